import type { ServerDuplexStream } from "@grpc/grpc-js";
import type { ListenStream } from "../listen/listen-stream.ts";
import { serveListen } from "../listen/serve-listen.ts";
import { type Log, toFailure } from "../protocol/failure.ts";
import { decodeListen } from "../protocol/requests.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import { parseDatabase } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";

type Call = ServerDuplexStream<Buffer, Buffer>;

/** Serves one Listen stream. Its first request names the database. */
export function listen(engine: Engine, call: Call, log: Log): void {
  const state: State = { stream: null, isOver: false };
  const fail = (error: unknown) => end(call, state, toFailure(error, "Listen", log));
  const stop = () => fail(new StatusError(code.unavailable, "The store is stopping."));
  engine.listens.add(stop);
  call.once("close", () => engine.listens.delete(stop));
  call.on("data", (bytes: Buffer) => {
    if (state.isOver) return;
    try {
      receive(engine, call, state, bytes);
    } catch (error) {
      fail(error);
    }
  });
  call.on("end", () => end(call, state, null));
  call.on("cancelled", () => end(call, state, null));
}

type State = { stream: Opened | null; isOver: boolean };
type Opened = ListenStream & { take: Parameters<ListenStream["onRequest"]>[0]; ended(): void };

function receive(engine: Engine, call: Call, state: State, bytes: Buffer): void {
  const request = decodeListen(bytes);
  if (state.stream === null) {
    state.stream = open(call, state, parseDatabase(request.database));
    serveListen(engine.storage, state.stream);
  } else if (request.database !== "" && request.database !== state.stream.database) {
    throw invalid("All requests of a Listen stream are for one database.");
  }
  state.stream.take({
    addTarget: request.addTarget ?? undefined,
    removeTarget: request.removeTarget ?? undefined,
  });
}

function open(call: Call, state: State, database: string): Opened {
  const opened: Opened = {
    database,
    take: () => {},
    ended: () => {},
    onRequest: (handler) => {
      opened.take = handler;
    },
    send: (bytes) => (state.isOver ? true : call.write(asBuffer(bytes))),
    onDrain: (handler) => {
      call.on("drain", handler);
    },
    onEnd: (handler) => {
      opened.ended = handler;
    },
    fail: (error) => end(call, state, error),
  };
  return opened;
}

function end(call: Call, state: State, error: StatusError | null): void {
  if (state.isOver) return;
  state.isOver = true;
  state.stream?.ended();
  if (error === null) call.end();
  else call.emit("error", error);
}

const asBuffer = (bytes: Uint8Array) =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
