import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world/world";
import { readBody } from "./body";
import { asObject, type Json } from "./json";

/** One request on its way through the simulator. */
export type Context = {
  world: World;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  method: string;
  /** Named parts of the path. */
  params: Record<string, string>;
  bytes: () => Promise<Buffer>;
};

export type Handler = (
  context: Context,
) => Promise<Json | readonly unknown[] | null> | Json | readonly unknown[] | null;

/** An error of the control API, answered as `{ error }`. */
export class SimError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function createContext(world: World, request: IncomingMessage, response: ServerResponse): Context {
  let bytes: Promise<Buffer> | null = null;
  return {
    world,
    request,
    response,
    url: new URL(request.url ?? "/", "http://simulator"),
    method: request.method ?? "GET",
    params: {},
    bytes: () => {
      bytes ??= readBody(request);
      return bytes;
    },
  };
}

/** The body as a JSON object; an empty body is `{}`. Throws a SimError for anything else. */
export async function simBody(context: Context): Promise<Json> {
  const text = (await context.bytes()).toString("utf8");
  if (text.trim() === "") return {};
  try {
    const body = asObject(JSON.parse(text));
    if (body) return body;
  } catch {
    // falls through to the one sentence below
  }
  throw new SimError(400, "The body must be a JSON object.");
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
  response.end(JSON.stringify(body));
}
