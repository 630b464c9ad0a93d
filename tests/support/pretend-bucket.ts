import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CRC32C } from "@google-cloud/storage";

/** As much of Google Cloud Storage's JSON API as the media disk uses, in memory: upload, metadata, read, delete. */
export class PretendBucket {
  readonly objects = new Map<string, Buffer>();
  private readonly uploads = new Map<string, string>();
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this.url();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.url());
    const body = await bytesOf(request);
    if (url.pathname.startsWith("/upload/")) return this.upload(request, url, body, response);
    const name = decodeURIComponent(/\/o\/(.+)$/.exec(url.pathname)?.[1] ?? "");
    const bytes = this.objects.get(name);
    if (!bytes) return json(response, 404, { error: { code: 404, message: "No such object" } });
    if (request.method === "DELETE") {
      this.objects.delete(name);
      response.writeHead(204).end();
      return;
    }
    if (url.searchParams.get("alt") !== "media") return json(response, 200, described(name, bytes));
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const start = Number(range?.[1] ?? 0);
    const end = range?.[2] ? Number(range[2]) : bytes.length - 1;
    const part = bytes.subarray(start, end + 1);
    response.writeHead(range ? 206 : 200, {
      "content-type": "application/octet-stream",
      "content-length": part.length,
      ...(range ? { "content-range": `bytes ${start}-${end}/${bytes.length}` } : {}),
    });
    response.end(part);
  }

  private upload(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void {
    const name = url.searchParams.get("name") ?? "";
    const id = url.searchParams.get("upload_id");
    const isWhole = url.searchParams.get("uploadType") === "multipart";
    if (isWhole || id) {
      this.keep(id ? (this.uploads.get(id) ?? "") : name, isWhole ? partOf(request, body) : body, response);
      return;
    }
    const next = String(this.uploads.size + 1);
    this.uploads.set(next, name);
    url.searchParams.set("upload_id", next);
    response.writeHead(200, { location: url.href }).end();
  }

  private keep(name: string, bytes: Buffer, response: ServerResponse): void {
    this.objects.set(name, bytes);
    json(response, 200, described(name, bytes));
  }
}

const described = (name: string, bytes: Buffer) => ({
  kind: "storage#object",
  name,
  bucket: "media",
  size: String(bytes.length),
  etag: "tag",
  crc32c: checksumOf(bytes),
  updated: new Date(0).toISOString(),
  contentType: "application/octet-stream",
});

function checksumOf(bytes: Buffer): string {
  const sum = new CRC32C();
  sum.update(bytes);
  return sum.toString();
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The second part of a multipart/related body: the first is the object's description. */
function partOf(request: IncomingMessage, body: Buffer): Buffer {
  const mark = /boundary="?([^";]+)"?/.exec(request.headers["content-type"] ?? "")?.[1] ?? "";
  const second = body.indexOf(`--${mark}`, body.indexOf(`--${mark}`) + 1);
  const from = body.indexOf("\r\n\r\n", second) + 4;
  return body.subarray(from, body.lastIndexOf(`\r\n--${mark}--`));
}
