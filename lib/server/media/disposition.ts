/**
 * A Content-Disposition header (RFC 6266). The name goes along twice: in ASCII for old clients, and as it is
 * (RFC 8187). Control characters, slashes and what turns text around are taken out of it. Pure.
 */
export function contentDisposition(type: "inline" | "attachment", filename: string): string {
  const clean = cleanName(filename);
  const ascii = clean.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encodeName(clean)}`;
}

const MAX_LENGTH = 150;

function cleanName(filename: string): string {
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

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
