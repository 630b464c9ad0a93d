import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, sendJson } from "../http/context";

const folder = dirname(fileURLToPath(import.meta.url));

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/** The customer's phone: its files, media for it without a token, and little pictures for profiles. */
export function servePage(context: Context): void {
  const path = context.url.pathname;
  if (path === "/favicon.ico") return void context.response.writeHead(204).end();
  if (path.startsWith("/sim/avatar/")) {
    sendAvatar(context, path.slice("/sim/avatar/".length));
    return;
  }
  if (path.startsWith("/sim/media/")) {
    sendMedia(context, path.slice("/sim/media/".length));
    return;
  }
  const name = path === "/" ? "index.html" : path.slice("/page/".length);
  const type = types[name.split(".").at(-1) ?? ""];
  if (!type || !/^[a-z-]+\.(html|css|js)$/.test(name)) {
    sendJson(context.response, 404, { error: "Not found" });
    return;
  }
  try {
    const bytes = readFileSync(join(folder, name));
    context.response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    context.response.end(bytes);
  } catch {
    sendJson(context.response, 404, { error: "Not found" });
  }
}

function sendMedia({ world, response }: Context, id: string): void {
  const media = world.state.media.find((row) => row.id === id);
  const bytes = media ? world.files.read(id) : null;
  if (!media || !bytes) {
    sendJson(response, 404, { error: "Not found" });
    return;
  }
  const type =
    bytes.subarray(0, 4).toString("latin1") === "RIFF" && media.mimeType.startsWith("audio")
      ? "audio/wav"
      : media.mimeType;
  response.writeHead(200, {
    "content-type": type,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox",
  });
  response.end(bytes);
}

function sendAvatar({ world, response }: Context, name: string): void {
  const customer = world.index.customers.get(name.replace(/\.svg$/, ""));
  const letter = ([...(customer?.name ?? "P")][0] ?? "P").toUpperCase().replaceAll(/[<>&"]/g, "");
  response.writeHead(200, { "content-type": "image/svg+xml" });
  response.end(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#5b7f86"/><text x="48" y="62" font-family="sans-serif" font-size="42" fill="#fff" text-anchor="middle">${letter}</text></svg>`,
  );
}
