import { code, invalid, StatusError } from "../protocol/status.ts";
import type { Listener, ListenHub } from "./listen-hub.ts";
import { snapshotDone, targetAdded, targetCurrent, targetRemoved, targetReset } from "./listen-messages.ts";
import type { ListenSession } from "./listen-session.ts";
import type { ListenRequest } from "./listen-stream.ts";
import { openTarget, readTarget, type WantedTarget } from "./read-target.ts";
import type { Target } from "./target.ts";

/** A result up to this many messages is made at once; a longer one from a snapshot, as fast as the client reads. */
const shortLoad = 200;
const maxTargets = 1_000;

/** Messages, made when they are wanted. Null: nothing yet, the stream is woken when there is. */
export type Messages = Iterator<Uint8Array | null, void>;

type State = {
  target: Target;
  listener: Listener;
  isOnce: boolean;
  isLoaded: boolean;
  /** The client was told that it has everything. */
  isCurrent: boolean;
  isAbandoned: boolean;
};

/** The targets of one stream, and the messages about them. */
export class SessionTargets {
  readonly #hub: ListenHub;
  readonly #session: ListenSession;
  readonly #database: string;
  readonly #states = new Map<number, State>();
  readonly #touched = new Set<Target>();
  isLoadingLong = false;

  constructor(hub: ListenHub, session: ListenSession, database: string) {
    this.#hub = hub;
    this.#session = session;
    this.#database = database;
  }

  touch(target: Target): void {
    this.#touched.add(target);
  }

  /** The client wants no more of a target. It gets the answer in its turn. */
  abandon(id: number): void {
    const state = this.#states.get(id);
    if (state) state.isAbandoned = true;
  }

  backlog(): number {
    let sum = 0;
    for (const { target } of this.#states.values()) sum += target.backlog;
    return sum;
  }

  clear(): void {
    for (const id of this.#states.keys()) this.#drop(id);
  }

  /** Throws INVALID_ARGUMENT for what ends the stream. */
  answer(request: ListenRequest): Messages {
    if (request.addTarget) return this.#add(readTarget(request.addTarget, () => this.#freeId()));
    if (request.removeTarget != null) return this.#remove(request.removeTarget);
    throw invalid("A Listen request adds or removes a target.");
  }

  /** All that is pending as one snapshot, null when there is nothing; `isForced` sends at least a fresh token. */
  pending(isForced: boolean): Messages | null {
    const fresh = [...this.#states.values()].filter((state) => !state.isCurrent);
    if (this.#touched.size === 0 && fresh.length === 0 && !isForced) return null;
    if (this.#states.size === 0) return null;
    const view = this.#hub.view();
    const parts = Array.from(this.#touched, (target) => target.take(view));
    this.#touched.clear();
    return this.#snapshot(parts, fresh, view.readTime);
  }

  *#snapshot(parts: Iterable<Uint8Array>[], fresh: State[], readTime: number): Generator<Uint8Array> {
    const at = { readTime, token: this.#hub.tokens.write(readTime) };
    for (const part of parts) yield* part;
    for (const state of fresh) {
      state.isCurrent = true;
      yield targetCurrent(state.target.id, at);
    }
    yield snapshotDone(at);
    for (const { target, isOnce } of fresh) {
      if (!isOnce) continue;
      this.#drop(target.id);
      yield targetRemoved(target.id);
    }
  }

  *#remove(id: number): Generator<Uint8Array> {
    if (this.#drop(id)) yield targetRemoved(id);
  }

  *#add(wanted: WantedTarget): Generator<Uint8Array | null> {
    const { id } = wanted;
    if (this.#states.has(id)) throw invalid("A target of this id is on the stream already.");
    yield targetAdded(id);
    try {
      if (this.#states.size >= maxTargets)
        throw new StatusError(code.resourceExhausted, "Too many targets on one Listen stream.");
      yield* this.#load(openTarget(this.#hub.storage, this.#database, wanted), wanted);
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.#drop(id);
      yield targetRemoved(id, error);
    }
  }

  /** Reading and keeping count of commits must begin in the same turn: no `yield` between the two. */
  *#load(target: Target, wanted: WantedTarget): Generator<Uint8Array | null> {
    const missed = this.#missed(target, wanted);
    if (missed) {
      this.#keep(target, wanted.isOnce).isLoaded = true;
      return yield* missed;
    }
    if (wanted.isResumed) yield targetReset(target.id);
    const state = this.#keep(target, wanted.isOnce);
    const short = allOf(target.load(this.#hub.view()));
    if (short) yield* short;
    else yield* this.#loadLong(state);
    state.isLoaded = true;
  }

  *#loadLong(state: State): Generator<Uint8Array | null> {
    while (!this.#hub.slots.take(this.#session)) yield null;
    const snapshot = this.#hub.storage.openSnapshot();
    this.isLoadingLong = true;
    try {
      for (const message of state.target.load(this.#hub.viewOf(snapshot))) {
        if (state.isAbandoned) return;
        yield message;
      }
    } finally {
      this.isLoadingLong = false;
      snapshot.close();
      this.#hub.slots.free(this.#session);
    }
  }

  /** What a client that comes back has missed; null when that is unknown, or it comes for the first time. */
  #missed(target: Target, wanted: WantedTarget): Uint8Array[] | null {
    const since = wanted.token ? this.#hub.tokens.read(wanted.token) : wanted.readTime;
    const view = this.#hub.view();
    if (since === null || since > view.readTime) return null;
    const changed = this.#hub.recent.changedSince(this.#database, since);
    return changed && target.catchUp(changed, view);
  }

  #keep(target: Target, isOnce: boolean): State {
    const listener = { session: this.#session, target };
    const state = { target, listener, isOnce, isLoaded: false, isCurrent: false, isAbandoned: false };
    this.#states.set(target.id, state);
    this.#hub.registry.add(this.#database, target.topic, listener);
    return state;
  }

  #drop(id: number): boolean {
    const state = this.#states.get(id);
    if (!state) return false;
    this.#states.delete(id);
    this.#touched.delete(state.target);
    this.#hub.registry.remove(this.#database, state.target.topic, state.listener);
    return true;
  }

  #freeId(): number {
    let id = 1;
    while (this.#states.has(id)) id++;
    return id;
  }
}

/** The messages when there are few; null when there are many. */
function allOf(messages: Iterable<Uint8Array>): Uint8Array[] | null {
  const all: Uint8Array[] = [];
  for (const message of messages) {
    if (all.length >= shortLoad) return null;
    all.push(message);
  }
  return all;
}
