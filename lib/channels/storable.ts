/** Firestore nests maps at most 20 deep; what Meta sends is never near it. */
const MAX_DEPTH = 22;

/**
 * A webhook body without what a Firestore document cannot hold, so that an odd byte in a referral or a name never
 * costs the message: halves of a surrogate pair (a title cut inside an emoji) become U+FFFD, an array inside an
 * array becomes JSON text, and field names that Firestore reserves are left out.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    return value.map((item) => {
      const inner = storable(item, depth + 1);
      return Array.isArray(inner) ? JSON.stringify(inner) : inner;
    });
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isFieldName(key))
      .map(([key, inner]) => [key.toWellFormed(), storable(inner, depth + 1)]),
  );
}

function isFieldName(key: string): boolean {
  return key !== "" && key.length <= 400 && !/^__.*__$/s.test(key) && key !== "__proto__";
}
