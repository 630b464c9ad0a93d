export type Answer =
  | { type: "words"; text: string }
  | { type: "flag"; value: boolean }
  | { type: "list"; items: Answer[] }
  | { type: "fields"; entries: [string, Answer][] };

/** An answer as it travelled: words, or JSON where a form has parts. Numbers stay as they were typed. Pure. */
export function readAnswer(value: string): Answer {
  const isJson = /^\s*[[{]/.test(value) || value === "true" || value === "false";
  if (!isJson) return { type: "words", text: value };
  try {
    return answerOf(JSON.parse(value));
  } catch {
    return { type: "words", text: value };
  }
}

/** "First name" of `first_name`, of WhatsApp's `screen_0_First_Name_1` and of `firstName`. Pure. */
export function fieldName(name: string): string {
  const words = name
    .replace(/^screen_\d+_(.+)_\d+$/, "$1")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function answerOf(value: unknown): Answer {
  if (typeof value === "boolean") return { type: "flag", value };
  if (Array.isArray(value)) return { type: "list", items: value.map(answerOf) };
  if (typeof value !== "object" || value === null)
    return { type: "words", text: value === null ? "" : String(value) };
  return { type: "fields", entries: Object.entries(value).map(([name, part]) => [name, answerOf(part)]) };
}
