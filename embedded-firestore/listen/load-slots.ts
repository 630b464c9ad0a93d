import type { ListenSession } from "./listen-session.ts";

/** Each long load holds a snapshot of the data open. */
const most = 32;

/** Lets a bounded number of long loads run at a time; the others wait in order. */
export class LoadSlots {
  readonly #holders = new Set<ListenSession>();
  readonly #waiting = new Set<ListenSession>();
  readonly #wake: (session: ListenSession) => void;

  constructor(wake: (session: ListenSession) => void) {
    this.#wake = wake;
  }

  /** False: the stream is woken when it is its turn. */
  take(session: ListenSession): boolean {
    const isFree = this.#holders.size < most;
    if (isFree) this.#holders.add(session);
    else this.#waiting.add(session);
    return isFree;
  }

  free(session: ListenSession): void {
    if (!this.#holders.delete(session)) return;
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      this.#wake(next);
      return;
    }
  }

  forget(session: ListenSession): void {
    this.#waiting.delete(session);
    this.free(session);
  }
}
