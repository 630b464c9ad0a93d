import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { mediaDisk } from "@/lib/inbox/media/disk";
import type { FoundFile } from "@/lib/inbox/media/find-file";
import { problem } from "@/lib/server/route/problem";
import { FILE_CSP } from "@/lib/server/security/content-security-policy";
import { contentDisposition } from "./disposition";
import { isShownInline } from "./inline-types";
import { readRange } from "./range";

/**
 * Answers with a file of the media disk: 200, 206, 304 or 416. Whoever calls has checked that the caller may have it.
 * Nothing in it can run: the type is ours, sniffing is off, and what a browser could run is a download. `hasOwnType`:
 * for machines that go by the type, which a download keeps then.
 */
export async function serveFile(
  request: Request,
  file: FoundFile,
  options: { isDownload: boolean; hasOwnType?: boolean },
): Promise<Response> {
  const disk = mediaDisk();
  const size = disk && (await disk.size(file.key));
  if (!disk || size === null)
    return problem({ code: "not_found", message: "The file is not on the media disk" });
  // A stream that nobody reads would keep its file open.
  const isHead = request.method === "HEAD";
  const etag = `"${createHash("sha256").update(`${file.key} ${size}`).digest("base64url").slice(0, 27)}"`;
  const headers = headersOf(file, etag, options);
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  const range = isRangeAsked(request, etag) ? readRange(request.headers.get("range"), size) : "whole";
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${size}`);
    headers.delete("Content-Type");
    return new Response(null, { status: 416, headers });
  }
  if (range === "whole") {
    headers.set("Content-Length", String(size));
    const body = isHead ? null : toWeb(await disk.read(file.key));
    return new Response(body, { status: 200, headers });
  }
  headers.set("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
  headers.set("Content-Length", String(range.end - range.start + 1));
  const part = isHead ? null : toWeb(await disk.readRange(file.key, range.start, range.end));
  return new Response(part, { status: 206, headers });
}

function headersOf(
  file: FoundFile,
  etag: string,
  { isDownload, hasOwnType }: { isDownload: boolean; hasOwnType?: boolean },
): Headers {
  const isShown = isShownInline(file.mimeType);
  const isInline = !isDownload && isShown;
  return new Headers({
    "Content-Type": isShown || hasOwnType ? file.mimeType : "application/octet-stream",
    "Content-Disposition": contentDisposition(isInline ? "inline" : "attachment", file.filename),
    "Accept-Ranges": "bytes",
    ETag: etag,
    // A file never changes; another person at the same browser has another cookie.
    "Cache-Control": "private, max-age=86400",
    Vary: "Cookie, Authorization",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": FILE_CSP,
    "Cross-Origin-Resource-Policy": "same-origin",
  });
}

function isKnown(request: Request, etag: string): boolean {
  const named = request.headers.get("if-none-match");
  if (named === null) return false;
  return named.trim() === "*" || named.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** If-Range with another tag, or with a date, asks for the whole file. */
function isRangeAsked(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return request.headers.has("range") && (condition === null || condition.trim() === etag);
}

function toWeb(stream: Readable): ReadableStream {
  // A browser that has seen enough of a video closes the connection; that is no error.
  stream.on("error", () => undefined);
  return Readable.toWeb(stream) as ReadableStream;
}
