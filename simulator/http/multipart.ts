export type Part = { name: string; filename: string | null; type: string | null; bytes: Buffer };

/** Reads a multipart/form-data body. Returns null when the content type has no boundary. */
export function parseMultipart(contentType: string, body: Buffer): Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return null;
  const parts: Part[] = [];
  const line = Buffer.from(`--${mark.trim()}`);
  let start = body.indexOf(line);
  while (start >= 0) {
    const next = body.indexOf(line, start + line.length);
    if (next < 0) break;
    const part = parsePart(body.subarray(start + line.length + 2, next - 2));
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

function parsePart(bytes: Buffer): Part | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString("utf8");
  const name = /name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return null;
  return {
    name,
    filename: /filename="([^"]*)"/i.exec(head)?.[1] ?? null,
    type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim() ?? null,
    bytes: Buffer.from(bytes.subarray(end + 4)),
  };
}
