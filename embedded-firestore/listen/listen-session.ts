import { code, StatusError } from "../protocol/status.ts";
import type { Change } from "../storage/storage.ts";
import type { ListenHub } from "./listen-hub.ts";
import type { ListenRequest, ListenStream } from "./listen-stream.ts";
import { type Messages, SessionTargets } from "./session-targets.ts";
import type { Target } from "./target.ts";

const maxRequests = 1_000;
const quietMs = 30_000;
const stalledMs = 120_000;
const largeBacklog = 1_000;

/**
 * One Listen stream. What it has to say is made message by message, and only as fast as the client reads: requests are
 * answered in order, and in between all that is pending is one snapshot.
 */
export class ListenSession {
  readonly #hub: ListenHub;
  readonly #stream: ListenStream;
  readonly #targets: SessionTargets;
  readonly #requests: ListenRequest[] = [];
  #outgoing: Messages | null = null;
  #isClosed = false;
  #isBeatDue = false;
  #blockedAt: number | null = null;
  #lastSentAt = performance.now();

  constructor(hub: ListenHub, stream: ListenStream) {
    this.#hub = hub;
    this.#stream = stream;
    this.#targets = new SessionTargets(hub, this, stream.database);
    hub.enter(this);
  }

  ask(request: ListenRequest): void {
    if (this.#isClosed) return;
    this.#requests.push(request);
    if (request.removeTarget != null) this.#targets.abandon(request.removeTarget);
    if (this.#requests.length > maxRequests)
      this.#fail(new StatusError(code.resourceExhausted, "Too many requests wait on one Listen stream."));
    else this.#hub.wake(this);
  }

  drained(): void {
    if (this.#isClosed) return;
    this.#blockedAt = null;
    this.#hub.wake(this);
  }

  /** Keeps what a commit changed. True when there is something to send. Never throws: others are told of the commit too. */
  note(target: Target, change: Change): boolean {
    try {
      const isPending = target.note(change);
      if (isPending) this.#targets.touch(target);
      return isPending;
    } catch {
      this.#fail(failed());
      return false;
    }
  }

  /** Sends what there is to send, until a time. True when there is more and the client takes it. */
  serve(until: number): boolean {
    try {
      return this.#send(until);
    } catch (error) {
      this.#fail(error instanceof StatusError ? error : failed());
      return false;
    }
  }

  /** Called now and then. Keeps a quiet stream's token fresh, and ends one that nobody reads. */
  beat(now: number): void {
    if (this.#blockedAt !== null) {
      if (now - this.#blockedAt > stalledMs && this.#isHeavy())
        this.#fail(new StatusError(code.unavailable, "The listener does not read what it is sent."));
      return;
    }
    this.#isBeatDue = now - this.#lastSentAt >= quietMs;
    if (this.#isBeatDue) this.#hub.wake(this);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#outgoing?.return?.();
    this.#outgoing = null;
    this.#targets.clear();
    this.#hub.leave(this);
  }

  #send(until: number): boolean {
    while (!this.#isClosed && this.#blockedAt === null) {
      this.#outgoing ??= this.#next();
      if (!this.#outgoing) return false;
      const { done, value } = this.#outgoing.next();
      if (!done && !value) return false;
      if (value) this.#sendOne(value);
      else this.#outgoing = null;
      if (performance.now() >= until) return !this.#isClosed && this.#blockedAt === null;
    }
    return false;
  }

  #sendOne(message: Uint8Array): void {
    this.#lastSentAt = performance.now();
    if (!this.#stream.send(message)) this.#blockedAt = this.#lastSentAt;
  }

  #next(): Messages | null {
    const request = this.#requests.shift();
    if (request) return this.#targets.answer(request);
    const pending = this.#targets.pending(this.#isBeatDue);
    this.#isBeatDue = false;
    return pending;
  }

  #isHeavy(): boolean {
    return this.#targets.isLoadingLong || this.#targets.backlog() > largeBacklog;
  }

  #fail(error: StatusError): void {
    if (this.#isClosed) return;
    this.close();
    this.#stream.fail(error);
  }
}

const failed = () => new StatusError(code.internal, "A listener failed.");
