import { createServer, type Server as NetServer, type Socket } from "node:net";
import type { Server } from "@grpc/grpc-js";
import { ServerCredentials } from "@grpc/grpc-js";

/** Hosts that only this machine reaches. */
const loopbackHosts = new Set(["127.0.0.1", "::1", "localhost"]);

export type Listener = {
  port: number;
  /** Takes no more connections. */
  refuse(): void;
  /** Tells clients to send no more and waits until what they sent is answered, at most this long. */
  drain(ms: number): Promise<void>;
  /** Cuts those that are left. Resolves when all are gone. */
  close(): Promise<void>;
};

/**
 * Takes connections from this machine only and hands them to the gRPC server, at most `maxConnections` at once. Throws for
 * another host than a loopback one, and when the port is taken.
 */
export async function listenOnLoopback(
  server: Server,
  at: { host: string; port: number; maxConnections: number },
): Promise<Listener> {
  if (!isLoopbackHost(at.host)) throw new Error(`The store listens on this machine only, not on ${at.host}.`);
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const sockets = new Set<Socket>();
  const net = createServer({ noDelay: true }, (socket) => {
    if (!isLoopbackAddress(socket.remoteAddress)) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    injector.injectConnection(socket);
  });
  net.maxConnections = at.maxConnections;
  const port = await bind(net, at.host === "localhost" ? "127.0.0.1" : at.host, at.port);
  const closed = new Promise<void>((resolve) => net.once("close", resolve));
  return {
    port,
    refuse: () => net.close(),
    drain(ms) {
      net.close();
      // The server itself does not know the connections it was handed: its own shutdown would cut them.
      injector.drain(ms);
      return Promise.race([closed, late(ms)]);
    },
    close: () => {
      net.close();
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

const late = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

export const isLoopbackHost = (host: string): boolean => loopbackHosts.has(host);

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === "::1" || address.replace(/^::ffff:/, "").startsWith("127.");
}

function bind(net: NetServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    net.once("error", (error) => reject(isTaken(error) ? new Error(`Port ${port} is taken.`) : error));
    net.listen({ host, port }, () => {
      const address = net.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

const isTaken = (error: Error) => "code" in error && error.code === "EADDRINUSE";
