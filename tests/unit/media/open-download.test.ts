import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openDownload } from "@/lib/channels/graph/download";
import { MAX_BYTES, saveStream } from "@/lib/inbox/media/save-stream";

type Seen = { path: string; authorization: string | undefined; agent: string | undefined };
const seen: Seen[] = [];
const servers: Server[] = [];
const folder = mkdtempSync(join(tmpdir(), "parley-open-"));
let meta = "";
let other = "";
let stranger = "";

beforeAll(async () => {
  meta = await serve((request, response) => {
    const path = request.url ?? "";
    if (path === "/file") return void response.end("the file");
    if (path === "/loop") return void response.writeHead(302, { location: "/loop" }).end();
    if (path === "/near") return void response.writeHead(302, { location: "/file" }).end();
    if (path === "/far") return void response.writeHead(307, { location: `${other}/file` }).end();
    if (path === "/away") return void response.writeHead(302, { location: `${stranger}/file` }).end();
    if (path === "/odd") return void response.writeHead(302, { location: "http://" }).end();
    if (path === "/local") return void response.writeHead(302, { location: "file:///etc/passwd" }).end();
    if (path === "/endless") return endless(response);
    response.writeHead(410).end();
  });
  other = await serve((_request, response) => void response.end("the file, elsewhere"));
  stranger = await serve((_request, response) => void response.end("a trap"));
});
afterEach(() => seen.splice(0));
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true, force: true });
});

function serve(listener: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    const { authorization, "user-agent": agent } = request.headers;
    seen.push({ path: request.url ?? "", authorization, agent });
    listener(request, response);
  });
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
}

/** More than any file may have, told of by no header. */
function endless(response: Parameters<RequestListener>[1]): void {
  const chunk = Buffer.alloc(1_000_000);
  const more = () => {
    while (!response.destroyed && response.write(chunk)) {
      /* until the other side is full */
    }
  };
  response.on("drain", more);
  more();
}

const open = (path: string) =>
  openDownload({ url: `${meta}${path}`, token: "secret", graphUrls: [meta, other] });

async function textOf(path: string): Promise<string> {
  const opened = await open(path);
  return opened.ok ? new Response(opened.data.body).text() : JSON.stringify(opened);
}

describe("openDownload", () => {
  it("asks with the token and a name", async () => {
    expect(await textOf("/file")).toBe("the file");
    expect(seen).toEqual([{ path: "/file", authorization: "Bearer secret", agent: "Parley/0.1" }]);
  });

  it("follows a redirect, and keeps the token from another host", async () => {
    expect(await textOf("/near")).toBe("the file");
    expect(seen.map(({ authorization }) => authorization)).toEqual(["Bearer secret", "Bearer secret"]);
    seen.splice(0);
    expect(await textOf("/far")).toBe("the file, elsewhere");
    expect(seen.map(({ authorization }) => authorization)).toEqual(["Bearer secret", undefined]);
  });

  it.each(["/away", "/local", "/odd", "/loop"])(
    "does not follow %s out of Meta's hosts or for ever",
    async (path) => {
      expect(await open(path)).toEqual({ ok: false, reason: "refused" });
      expect(seen.length).toBeLessThanOrEqual(5);
    },
  );

  it("asks nothing of a stranger", async () => {
    const opened = await openDownload({ url: `${stranger}/x`, token: "secret", graphUrls: [meta] });
    expect(opened).toEqual({ ok: false, reason: "refused" });
    expect(seen).toEqual([]);
  });

  it("tells a refusal from silence", async () => {
    expect(await open("/gone")).toEqual({ ok: false, reason: "status", status: 410 });
    const nobody = await openDownload({
      url: "http://127.0.0.1:1/",
      token: null,
      graphUrls: ["http://127.0.0.1:1"],
    });
    expect(nobody).toEqual({ ok: false, reason: "unreachable" });
  });
});

describe("saveStream", () => {
  it("stops a file that is larger than it may be, whatever was said", async () => {
    const opened = await open("/endless");
    if (!opened.ok) throw new Error("Nothing was opened");
    const path = join(folder, "endless");
    expect(await saveStream(opened.data, path)).toEqual({ ok: false, failure: "too_large" });
    expect(readFileSync(path).length).toBeLessThanOrEqual(MAX_BYTES);
  });

  it.runIf(existsSync("/dev/full"))("says when this machine has no room for it", async () => {
    const opened = await open("/file");
    if (!opened.ok) throw new Error("Nothing was opened");
    expect(await saveStream(opened.data, "/dev/full")).toEqual({ ok: false, failure: "disk_full" });
  });
});
