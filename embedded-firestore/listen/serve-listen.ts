import type { Storage } from "../storage/storage.ts";
import { ListenHub } from "./listen-hub.ts";
import { ListenSession } from "./listen-session.ts";
import type { ListenStream } from "./listen-stream.ts";

const hubs = new WeakMap<Storage, ListenHub>();

/**
 * Serves one Listen stream until its end. Every commit that concerns a target reaches the client with all its changes in
 * one consistent snapshot; several commits may share one.
 */
export function serveListen(storage: Storage, stream: ListenStream): void {
  const hub = hubs.get(storage) ?? new ListenHub(storage);
  hubs.set(storage, hub);
  const session = new ListenSession(hub, stream);
  stream.onRequest((request) => session.ask(request));
  stream.onDrain(() => session.drained());
  stream.onEnd(() => session.close());
}
