/** Up to two letters that stand for a name, in any script: "Amara Okafor" → "AO", "@noor.design" → "N". */
export function initialsOf(name: string): string {
  const words = name.replace(/^[@+]/, "").split(/\s+/).filter(Boolean);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : "";
  return `${first}${last}`.toLocaleUpperCase() || "?";
}

function firstLetter(word: string | undefined): string {
  return word?.match(/\p{L}|\p{N}/u)?.[0] ?? "";
}
