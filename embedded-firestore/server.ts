import { Server } from "@grpc/grpc-js";
import { requireIndexes } from "./indexes-at-start.ts";
import type { Log } from "./protocol/failure.ts";
import { isLoopbackHost, type Listener, listenOnLoopback } from "./protocol/listener.ts";
import { registerService } from "./protocol/service.ts";
import type { Engine } from "./rpc/engine.ts";
import { type OpenStorage, openStorage } from "./storage/open-storage.ts";
import { Transactions } from "./transactions/transactions.ts";

export type ServerOptions = {
  /** The folder that holds the data. */
  dir: string;
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** "full": acknowledged means on disk. "normal": the last commits may be lost with the power, not with the process. */
  synchronous?: "full" | "normal";
  /** A firestore.indexes.json whose indexes are made as soon as a database has documents. */
  indexes?: string;
  maxConnections?: number;
  log?: Log;
  /** The disk failed, and the store takes no more writes: the process should end and be started again. */
  onDiskFailed?: () => void;
};

export type RunningServer = {
  /** `127.0.0.1:port`, for FIRESTORE_EMULATOR_HOST. */
  host: string;
  port: number;
  /** Lets what runs come to its end, for a short time, and closes the folder. */
  stop(): Promise<void>;
};

/** Firestore's largest request is 10 MiB; its headers and the like come on top. */
const maxMessageBytes = 11_000_000;
const drainMs = 3_000;

/**
 * Starts a store on a folder. Throws with one plain sentence when the folder is in use or damaged, a newer version wrote
 * it, the host is not this machine's own, or the port is taken.
 */
export async function startEmbeddedFirestore(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  if (!isLoopbackHost(host)) throw new Error(`The store listens on this machine only, not on ${host}.`);
  const log = options.log ?? ((line) => console.error(line));
  const storage = openStorage({
    dir: options.dir,
    synchronous: options.synchronous ?? "full",
    onDiskFailed: options.onDiskFailed,
    onProblem: (problem) => log(JSON.stringify({ at: new Date().toISOString(), level: "error", problem })),
  });
  try {
    if (options.indexes !== undefined) requireIndexes(storage, options.indexes);
    const engine: Engine = { storage, transactions: new Transactions(storage), listens: new Set() };
    const server = newServer(engine, log);
    const maxConnections = options.maxConnections ?? 256;
    const listener = await listenOnLoopback(server, { host, port: options.port, maxConnections });
    const shown = host === "::1" ? "[::1]" : "127.0.0.1";
    return {
      host: `${shown}:${listener.port}`,
      port: listener.port,
      stop: once(() => stop(server, listener, engine, storage)),
    };
  } catch (error) {
    storage.close();
    throw error;
  }
}

function newServer(engine: Engine, log: Log): Server {
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": -1,
    "grpc.max_concurrent_streams": 1_000,
    "grpc.keepalive_permit_without_calls": 1,
    "grpc.enable_channelz": 0,
  });
  registerService(server, engine, log);
  return server;
}

async function stop(server: Server, listener: Listener, engine: Engine, storage: OpenStorage): Promise<void> {
  listener.refuse();
  for (const end of [...engine.listens]) end();
  await listener.drain(drainMs);
  server.forceShutdown();
  await listener.close();
  engine.transactions.close();
  storage.close();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
