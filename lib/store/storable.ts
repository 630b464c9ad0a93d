const MAX_DEPTH = 12;
const MAX_TEXT = 100_000;

/**
 * A copy of foreign JSON that Firestore takes: no lists in lists, no reserved or empty field names, no lone
 * surrogates, not too deep, no string that fills a document. What has to change becomes JSON text or is cut;
 * the webhook's body keeps the original.
 */
export function toStorable<T>(value: T): T {
  return convert(value, 0, false) as T;
}

function convert(value: unknown, depth: number, isInList: boolean): unknown {
  if (typeof value === "string") return cut(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value === undefined ? undefined : value;
  if (depth >= MAX_DEPTH || (isInList && Array.isArray(value))) return cut(JSON.stringify(value) ?? "");
  if (Array.isArray(value)) return value.map((entry) => convert(entry, depth + 1, true) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [fieldName(key), convert(entry, depth + 1, false)]),
  );
}

function fieldName(key: string): string {
  const name = key.toWellFormed().slice(0, 500);
  if (name === "") return "_";
  return /^__.*__$/.test(name) ? `x${name}` : name;
}

function cut(text: string): string {
  const clean = text.toWellFormed();
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT).toWellFormed()}…` : clean;
}
