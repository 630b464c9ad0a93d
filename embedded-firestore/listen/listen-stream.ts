import type { WireTarget } from "../protocol/messages.ts";
import type { StatusError } from "../protocol/status.ts";

/** What a client asks for on a Listen stream: a target more, or one less. */
export type ListenRequest = { addTarget?: WireTarget; removeTarget?: number };

/**
 * The server's end of one Listen stream. Every handler is set once, at the start and at once: requests that come before
 * would be lost.
 */
export interface ListenStream {
  /** `projects/p/databases/d`: all targets of a stream are in one database. */
  readonly database: string;
  onRequest(handler: (request: ListenRequest) => void): void;
  /**
   * Sends one serialised google.firestore.v1.ListenResponse. False: it was taken, but wait for `onDrain` before the next.
   * The bytes may be shared by streams: never change them. Does nothing after the end.
   */
  send(bytes: Uint8Array): boolean;
  /** Called each time the stream takes messages again after `send` said false. */
  onDrain(handler: () => void): void;
  /** Called once when the client ended, cancelled or was lost. The server closes its half then. */
  onEnd(handler: () => void): void;
  /** Ends the stream with a status. `onEnd` need not be called after that. */
  fail(error: StatusError): void;
}
