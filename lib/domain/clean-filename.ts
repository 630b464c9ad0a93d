const MAX_LENGTH = 150;

/**
 * A file's name as it may be shown and sent: no control characters, no slashes, nothing that turns text around, no
 * leading dots, not too long; "file" when nothing is left. Never part of a path or key. Pure.
 */
export function cleanFilename(filename: string): string {
  const visible = filename
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .trim();
  const chars = [...visible.replace(/^\.+/, "")];
  if (chars.length <= MAX_LENGTH) return chars.join("") || "file";
  const dot = chars.lastIndexOf(".");
  const ending = dot > 0 && chars.length - dot <= 12 ? chars.slice(dot) : [];
  return [...chars.slice(0, MAX_LENGTH - ending.length), ...ending].join("");
}

/** A name with another ending, for a file that was converted. Pure. */
export function withEnding(filename: string, ending: string): string {
  return `${filename.replace(/\.[a-z0-9]{1,8}$/i, "")}.${ending}`;
}
