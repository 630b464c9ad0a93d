/** Characters as Meta counts them: code points. */
export const lengthOf = (text: string): number => [...text].length;

/** A part that is missing or too long. `field` is its path, `limit` and `length` in characters or pieces. */
export type OverLimit = { field: string; limit?: number; length?: number };

/** A required text of at most `limit` characters; null when it is fine. */
export function overText(field: string, text: string | null, limit: number): OverLimit | null {
  if (text === null || text.trim() === "") return { field };
  const length = lengthOf(text);
  return length > limit ? { field, limit, length } : null;
}

/** A text that may be left out. */
export function overOptional(field: string, text: string | null, limit: number): OverLimit | null {
  return text === null || text === "" ? null : overText(field, text, limit);
}

/** Between one and `limit` pieces. */
export function overCount(field: string, length: number, limit: number): OverLimit | null {
  if (length === 0) return { field };
  return length > limit ? { field, limit, length } : null;
}

/** Texts that have to differ from each other. */
export function repeated(field: string, texts: readonly string[]): OverLimit | null {
  const again = texts.findIndex((text, index) => texts.indexOf(text) !== index);
  return again < 0 ? null : { field: `${field}.${again}` };
}

/** An address that a phone can open. */
export function badLink(field: string, url: string): OverLimit | null {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? null : { field };
}

/** The first thing wrong. */
export const firstOf = (...found: (OverLimit | null)[]): OverLimit | null =>
  found.find((one) => one !== null) ?? null;
