import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { log } from "@/lib/log";

const UNKNOWN = "application/octet-stream";
const HEAD_BYTES = 1024;

/**
 * What a file is, by looking at its bytes; what was claimed counts only where bytes cannot tell (text, old office
 * files) and never makes a picture, a sound or a video of something that is none.
 */
export async function sniffFile(path: string, claimed: string | null): Promise<string> {
  const found = await fileTypeFromFile(path).catch((error: unknown) => {
    log.warn({ err: error }, "A file's type could not be looked for");
    return undefined;
  });
  return typeOf(found?.mime ?? null, await headOf(path), bare(claimed));
}

/** `found`: what the magic numbers say; `head`: the first bytes. Pure. */
export function typeOf(found: string | null, head: Uint8Array, claimed: string | null): string {
  if (found !== null) return fromMagic(bare(found) ?? found, claimed);
  const text = asText(head);
  if (text === null) return claimed !== null && !hasMagic(claimed) ? claimed : UNKNOWN;
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(text)) {
    return "image/svg+xml";
  }
  if (/<(!doctype html|html|head|body|script|iframe|meta)[\s>]/i.test(text)) return "text/html";
  return claimed !== null && !hasMagic(claimed) ? claimed : "text/plain";
}

/** A type without its parameters, in small letters. Pure. */
export const bare = (type: string | null): string | null => type?.split(";")[0]?.trim().toLowerCase() || null;

/** Office files are zips and compound files inside: the claim says which, when it is of that family. */
function fromMagic(found: string, claimed: string | null): string {
  if (claimed === null) return found;
  const isOffice = /^application\/(vnd\.|msword|epub|java-archive)/.test(claimed);
  if ((found === "application/zip" || found === "application/x-cfb") && isOffice) return claimed;
  // One container, several names: sound alone may be in what looks like a video file.
  if (claimed.startsWith("audio/") && (found === "video/mp4" || found === "audio/x-m4a")) return "audio/mp4";
  if (claimed.startsWith("audio/") && found === "video/webm") return "audio/webm";
  if (claimed.startsWith("audio/") && found === "video/3gpp") return "audio/3gpp";
  if (found === "application/xml" && claimed === "image/svg+xml") return claimed;
  return found;
}

/** Kinds that magic numbers always tell: a claim of one that they did not find is wrong. */
function hasMagic(type: string): boolean {
  if (type === "image/svg+xml") return false;
  return /^(image|video|audio)\//.test(type) || type === "application/pdf" || type === "application/zip";
}

function asText(head: Uint8Array): string | null {
  if (head.includes(0)) return null;
  return new TextDecoder("utf-8", { fatal: false }).decode(head);
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
