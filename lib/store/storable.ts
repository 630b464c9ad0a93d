const MAX_DEPTH = 12;
/** A document holds 1 MiB, and there is more in it than one foreign value. */
const MAX_BYTES = 350_000;

type Cuts = { text: number; list: number };

/** Tried one after the other until the value fits; the first is enough for anything that Meta documents. */
const cuts: Cuts[] = [
  { text: 100_000, list: 10_000 },
  { text: 2_000, list: 100 },
  { text: 200, list: 20 },
];

/**
 * A copy of foreign JSON that Firestore takes: no lists in lists, no reserved or empty field names, no lone
 * surrogates, not too deep, and not so large that it fills a document. What has to change becomes JSON text or is
 * cut; the webhook's body keeps the original.
 */
export function toStorable<T>(value: T): T {
  let copy: unknown = value;
  for (const cut of cuts) {
    copy = convert(value, cut, 0, false);
    if (Buffer.byteLength(JSON.stringify(copy) ?? "") <= MAX_BYTES) break;
  }
  return copy as T;
}

function convert(value: unknown, max: Cuts, depth: number, isInList: boolean): unknown {
  if (typeof value === "string") return shortened(value, max);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH || (isInList && Array.isArray(value))) return shortened(JSON.stringify(value), max);
  if (Array.isArray(value)) {
    return value.slice(0, max.list).map((entry) => convert(entry, max, depth + 1, true) ?? null);
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, max.list)
      .map(([key, entry]) => [fieldName(key), convert(entry, max, depth + 1, false)]),
  );
}

function fieldName(key: string): string {
  const name = key.toWellFormed().slice(0, 300);
  if (name === "") return "_";
  return /^__.*__$/.test(name) ? `x${name}` : name;
}

function shortened(text: string, max: Cuts): string {
  const clean = text.toWellFormed();
  return clean.length > max.text ? `${clean.slice(0, max.text).toWellFormed()}…` : clean;
}
