import type { ServerWritableStream } from "@grpc/grpc-js";
import type { ResponseStream } from "../rpc/engine.ts";
import type { StatusError } from "./status.ts";

type Call = ServerWritableStream<Buffer, Buffer>;

/** A reader that takes nothing for so long is given up. */
const stalledMs = 60_000;
const endings = ["drain", "cancelled", "close"] as const;

/** The server's end of a streaming answer over grpc-js. Call `end` once, when the answer is complete or has failed. */
export function grpcStream(call: Call): ResponseStream & { end(error?: StatusError): void } {
  const state = { isOver: false };
  const isClosed = () => state.isOver || call.cancelled || call.destroyed;
  return {
    send: (bytes) => (isClosed() ? true : call.write(bytes)),
    drained: () => (isClosed() || !call.writableNeedDrain ? Promise.resolve() : drained(call, state)),
    isClosed,
    onCancel: (handler) => {
      call.once("cancelled", () => {
        if (!state.isOver) handler();
      });
    },
    end: (error) => {
      state.isOver = true;
      if (error === undefined) call.end();
      else call.emit("error", error);
    },
  };
}

function drained(call: Call, state: { isOver: boolean }): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(stalled);
      for (const event of endings) call.off(event, settle);
      resolve();
    };
    const stalled = setTimeout(() => {
      state.isOver = true;
      settle();
    }, stalledMs);
    for (const event of endings) call.on(event, settle);
  });
}
