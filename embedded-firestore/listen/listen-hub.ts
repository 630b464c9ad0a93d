import type { CommittedChanges, Reader, Storage, StoredDocument } from "../storage/storage.ts";
import { documentChange } from "./listen-messages.ts";
import type { ListenSession } from "./listen-session.ts";
import type { ListenedQuery } from "./listened-query.ts";
import { LoadSlots } from "./load-slots.ts";
import { RecentCommits } from "./recent-commits.ts";
import { ResumeTokens } from "./resume-token.ts";
import type { Target, View } from "./target.ts";
import { TargetRegistry } from "./target-registry.ts";

/** How long listeners are served before requests get their turn again. */
const turnMs = 8;
/** How long one stream is served before the next. */
const sliceMs = 2;
/** Names of changed documents that are remembered for those who come back. */
const rememberedChanges = 20_000;
const beatMs = 15_000;

export type Listener = { session: ListenSession; target: Target };

/**
 * All listeners of one store. A commit costs its writer a push onto a list; in the next turn of the event loop all that was
 * committed is sorted to the targets it may concern, and streams are served in turn, each at the version reached.
 */
export class ListenHub {
  readonly storage: Storage;
  readonly tokens = new ResumeTokens();
  readonly registry = new TargetRegistry<Listener>();
  readonly slots: LoadSlots;
  readonly recent: RecentCommits;
  readonly #sessions = new Set<ListenSession>();
  readonly #ready = new Set<ListenSession>();
  readonly #changes = new Map<StoredDocument, { target: number; bytes: Uint8Array }>();
  readonly #results = new Map<string, readonly StoredDocument[]>();
  #committed: CommittedChanges[] = [];
  #isScheduled = false;
  #beat: NodeJS.Timeout | null = null;

  constructor(storage: Storage) {
    this.storage = storage;
    this.recent = new RecentCommits(storage.latest.readTime(), rememberedChanges);
    this.slots = new LoadSlots((session) => this.wake(session));
    storage.onCommit((changes) => {
      this.#committed.push(changes);
      this.#schedule();
    });
  }

  enter(session: ListenSession): void {
    this.#sessions.add(session);
    this.#beat ??= setInterval(() => this.#beatAll(), beatMs).unref();
  }

  leave(session: ListenSession): void {
    this.#sessions.delete(session);
    this.#ready.delete(session);
    this.slots.forget(session);
    if (this.#sessions.size > 0 || !this.#beat) return;
    clearInterval(this.#beat);
    this.#beat = null;
  }

  /** Serves a stream in the next turn: it has something to say, or can say it now. */
  wake(session: ListenSession): void {
    this.#ready.add(session);
    this.#schedule();
  }

  /** The newest state, all of whose commits the targets have noted. Good for this turn only. */
  view(): View {
    return this.viewOf(this.storage.latest);
  }

  viewOf(reader: Reader): View {
    return {
      reader,
      readTime: reader.readTime(),
      results: (query) => this.#resultsOf(query),
      change: (target, document) => this.#change(target, document),
    };
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#isScheduled = false;
    this.#sortCommits();
    const until = performance.now() + turnMs;
    for (const session of this.#ready) {
      const now = performance.now();
      if (now >= until) break;
      this.#ready.delete(session);
      if (session.serve(now + sliceMs)) this.#ready.add(session);
    }
    this.#changes.clear();
    this.#results.clear();
    if (this.#ready.size > 0) this.#schedule();
  }

  #sortCommits(): void {
    const committed = this.#committed;
    if (committed.length === 0) return;
    this.#committed = [];
    for (const commit of committed) {
      this.recent.add(commit);
      this.registry.visit(commit.database, commit.changes, ({ session, target }, change) => {
        if (session.note(target, change)) this.#ready.add(session);
      });
    }
  }

  #resultsOf(query: ListenedQuery): readonly StoredDocument[] {
    const known = this.#results.get(query.key);
    if (known) return known;
    const results = [...query.run(this.storage.latest)];
    this.#results.set(query.key, results);
    return results;
  }

  #change(target: number, document: StoredDocument): Uint8Array {
    const known = this.#changes.get(document);
    if (known?.target === target) return known.bytes;
    const bytes = documentChange(target, document);
    this.#changes.set(document, { target, bytes });
    return bytes;
  }

  #beatAll(): void {
    const now = performance.now();
    for (const session of this.#sessions) session.beat(now);
  }
}
