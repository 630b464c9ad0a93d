import { cleanFilename } from "@/lib/domain/clean-filename";

/**
 * A Content-Disposition header (RFC 6266). The name goes along twice: in ASCII for old clients, and as it is
 * (RFC 8187). Control characters, slashes and what turns text around are taken out of it. Pure.
 */
export function contentDisposition(type: "inline" | "attachment", filename: string): string {
  const clean = cleanFilename(filename);
  const ascii = clean.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encodeName(clean)}`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
