import type { ServerResponse } from "node:http";
import type { Context } from "../http/context";

const streams = new WeakMap<object, Set<ServerResponse>>();
const timers = new WeakMap<object, NodeJS.Timeout>();
const throttleMs = 120;

/** Server-Sent Events for the page: one `change` whenever something changed, at most every 120 ms. */
export function handleLive(context: Context): void {
  const { response, request, world } = context;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("event: change\ndata: {}\n\n");
  const open = streams.get(world.options) ?? new Set();
  streams.set(world.options, open);
  open.add(response);
  request.on("close", () => open.delete(response));
}

/** Tells every open page; `key` is the options object of the world that changed. */
export function announceChange(key: object): void {
  const open = streams.get(key);
  if (!open?.size || timers.has(key)) return;
  const timer = setTimeout(() => {
    timers.delete(key);
    for (const response of open) response.write("event: change\ndata: {}\n\n");
  }, throttleMs);
  timers.set(key, timer);
}
