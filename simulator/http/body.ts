import type { IncomingMessage } from "node:http";

const maxBytes = 110 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new Error("The body is larger than any Meta would take.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
