import type { ServerResponse } from "node:http";

const fileFaults = [
  "media_gone",
  "wrong_bytes",
  "cut_short",
  "html_page",
  "empty_file",
  "too_large",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** Faults that are about the bytes of one download. */
export const isFileFault = (name: string): name is FileFault =>
  (fileFaults as readonly string[]).includes(name);

/** Answers a download with something else than the file. */
export function sendSpoilt(
  response: ServerResponse,
  fault: FileFault,
  mimeType: string,
  bytes: Buffer,
): void {
  if (fault === "cut_short") {
    response.writeHead(200, { "content-type": mimeType, "content-length": String(bytes.length) });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return;
  }
  if (fault === "too_large") {
    response.writeHead(200, { "content-type": mimeType, "content-length": String(2 ** 31) });
    response.write(bytes);
    return;
  }
  const [type, body] = spoilt(fault, mimeType, bytes);
  response.writeHead(200, { "content-type": type, "content-length": String(body.length) });
  response.end(body);
}

function spoilt(fault: FileFault, mimeType: string, bytes: Buffer): [string, Buffer] {
  if (fault === "html_page") return ["text/html", Buffer.from("<!DOCTYPE html><title>Log in</title>")];
  if (fault === "empty_file") return [mimeType, Buffer.alloc(0)];
  return [mimeType, Buffer.concat([bytes, Buffer.from("!")])];
}
