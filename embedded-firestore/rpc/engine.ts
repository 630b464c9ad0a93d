import type { Storage } from "../storage/storage.ts";
import type { Transactions } from "../transactions/transactions.ts";

/** What every request works on. */
export type Engine = {
  storage: Storage;
  transactions: Transactions;
  /** Ends each open Listen stream: the store is stopping. */
  listens: Set<() => void>;
};

/** Where the answers of a streaming request go. */
export interface ResponseStream {
  /** Sends one message. False: wait for `drained` before the next. Does nothing after the end. */
  send(bytes: Buffer): boolean;
  /** Resolves when the stream takes messages again, or has ended. */
  drained(): Promise<void>;
  isClosed(): boolean;
  /** Called once when the client has gone before the answer was complete. */
  onCancel(handler: () => void): void;
}

export type UnaryHandler = (engine: Engine, request: Buffer) => Buffer | Promise<Buffer>;
export type StreamHandler = (engine: Engine, request: Buffer, stream: ResponseStream) => Promise<void>;
