import { createServer, type Server } from "node:http";
import { serveMedia } from "../graph/download";
import { handleGraph } from "../graph/handle";
import { servePage } from "../page/serve";
import { handleSim } from "../sim/handle";
import { handleLive } from "../sim/live";
import type { World } from "../world/world";
import { type Context, createContext, sendJson } from "./context";

/** The one HTTP server: the page, the control API, media, and everything else is Graph. */
export function createSimulatorServer(world: World): Server {
  const server = createServer((request, response) => {
    const context = createContext(world, request, response);
    dispatch(context).catch((error: unknown) => {
      console.error("simulator:", error);
      sendJson(response, 500, { error: "The simulator itself failed; see its log." });
    });
  });
  server.keepAliveTimeout = 65_000;
  return server;
}

async function dispatch(context: Context): Promise<void> {
  const path = context.url.pathname;
  if (path === "/" || path.startsWith("/page/") || path === "/favicon.ico") return servePage(context);
  if (path === "/sim/live") return handleLive(context);
  if (path.startsWith("/sim/avatar/") || path.startsWith("/sim/media/")) return servePage(context);
  if (path.startsWith("/sim/")) return handleSim(context);
  if (path.startsWith("/whatsapp_business/attachments") || path.startsWith("/ig_messaging_cdn")) {
    return serveMedia(context);
  }
  return handleGraph(context);
}
