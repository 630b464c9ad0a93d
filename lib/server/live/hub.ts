import type { Actor } from "@/lib/domain/member";
import { canSee, canSeeId } from "@/lib/inbox/read/can-see";
import { log } from "@/lib/log";
import type { PlacedFeedRow } from "@/lib/store/feed-listener";
import { formatLiveCursor, type LiveCursor, liveCursor } from "./cursor";
import { followFeed } from "./follow-feed";
import { type LiveEntry, liveEntry, sseFrame } from "./live-entry";
import { missedSince } from "./missed";
import { createRing } from "./ring";
import { toEntries } from "./to-entries";

const GATHER_MS = 12;
/** Listening begins this long before the process, so that a clock that is ahead costs no row. */
const START_BEHIND_MS = 15_000;
const PING_MS = 15_000;
const RETRY_READ_MS = 500;
/** A quiet stream's cursor follows the clock at this distance, so that it never grows too old to resume from. */
const PING_BEHIND_MS = 60_000;

export type Subscriber = {
  /** Brought up to date by `look`: what a stream is told follows what its member may see. */
  actor: Actor;
  sessionId: string;
  /** Who the session belongs to now, null when it is over; asked at every ping and when it or the member changed. */
  look: () => Promise<Actor | null>;
  /** Takes text of the event stream. False: it takes no more, and has closed. */
  write: (text: string) => boolean;
  close: () => void;
};

declare global {
  var parleyHub: Hub | undefined;
}

/** The process's one hub. Global, because routes and start-up code are bundled apart. */
export function liveHub(): Hub {
  globalThis.parleyHub ??= createHub();
  return globalThis.parleyHub;
}

/** One listener on the feed for all streams of the process; it starts with the first stream and stays. */
export function createHub(startedAt: number = Date.now()) {
  const fromMicros = (startedAt - START_BEHIND_MS) * 1_000;
  const ring = createRing(fromMicros);
  const streams = new Map<Subscriber, LiveEntry[] | null>();
  let feed: ReturnType<typeof followFeed> | null = null;
  let pinger: ReturnType<typeof setInterval> | undefined;
  let pending: PlacedFeedRow[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function start(): void {
    feed ??= followFeed(fromMicros, gather);
    pinger ??= setInterval(pingAll, PING_MS).unref();
  }

  function gather(rows: PlacedFeedRow[]): void {
    pending.push(...rows);
    gathering ??= setTimeout(tell, GATHER_MS);
  }

  /** One batch at a time, so that what is told stays in feed order. */
  async function tell(): Promise<void> {
    const rows = pending;
    pending = [];
    try {
      const entries = await toEntries(rows);
      await recheck(rows);
      for (const entry of entries) tellAll(entry);
    } catch (error) {
      log.warn({ err: error, rows: rows.length }, "what changed could not be read; trying again");
      pending = [...rows, ...pending];
      await new Promise((resolve) => setTimeout(resolve, RETRY_READ_MS));
    }
    gathering = pending.length > 0 && !isStopped ? setTimeout(tell, GATHER_MS) : undefined;
  }

  function tellAll(entry: LiveEntry): void {
    // Somebody was erased: what this process still remembers of them goes too.
    if (entry.event.type === "reset" && entry.memberId === null) ring.forget(entry.cursor);
    ring.add(entry);
    for (const [stream, waiting] of streams) {
      if (!maySee(stream, entry)) continue;
      if (waiting) waiting.push(entry);
      else write(stream, entry.frame);
    }
  }

  /**
   * Before anything that came with the change is told: who may see less now is told less. A stream whose member cannot
   * be read ends; the browser comes back, with its cursor, by the front door.
   */
  async function recheck(rows: PlacedFeedRow[]): Promise<void> {
    const subjects = new Set(rows.filter(isAboutPeople).map((row) => row.subjectId));
    const concerned = [...streams.keys()].filter(
      (stream) => subjects.has(stream.sessionId) || subjects.has(stream.actor.id),
    );
    await Promise.all(concerned.map((stream) => refresh(stream, () => leave(stream))));
  }

  function pingAll(): void {
    for (const [stream, waiting] of streams) {
      if (!waiting) write(stream, ping());
      // A store that does not answer says nothing about the session.
      void refresh(stream, () => {});
    }
  }

  function ping(): string {
    const last = ring.last();
    const behind = Date.now() - PING_BEHIND_MS;
    const isQuiet = !last || last.atMicros < behind * 1_000;
    const cursor = isQuiet && feed?.isHealthy() ? liveCursor(behind) : last && formatLiveCursor(last);
    return cursor ? sseFrame("ping", cursor, "{}") : "event: ping\ndata: {}\n\n";
  }

  async function refresh(stream: Subscriber, onUnknown: () => void): Promise<void> {
    const actor = await stream.look().catch(() => undefined);
    if (actor) stream.actor = actor;
    if (actor === undefined) onUnknown();
    if (actor !== null || !streams.has(stream)) return;
    stream.write("event: signed-out\ndata: {}\n\n");
    leave(stream);
  }

  function write(stream: Subscriber, text: string): void {
    if (!stream.write(text)) streams.delete(stream);
  }

  function leave(stream: Subscriber): void {
    if (streams.delete(stream)) stream.close();
  }

  /** Adds a stream; it first gets what it missed since `cursor`, then everything as it happens. */
  async function join(stream: Subscriber, cursor: LiveCursor | null): Promise<void> {
    if (isStopped) return stream.close();
    start();
    const waiting: LiveEntry[] = [];
    streams.set(stream, waiting);
    // Once more, now that changes reach it: they may have come since the request was let in.
    await refresh(stream, () => leave(stream));
    const missed = cursor ? await missedSince(cursor, ring, Date.now()).catch(() => null) : [];
    const entries = missed ?? [liveEntry(ring.last() ?? nowCursor(), { type: "reset" })];
    for (const entry of [...entries, ...waiting]) {
      if (streams.has(stream) && maySee(stream, entry)) write(stream, entry.frame);
    }
    if (!streams.has(stream)) return;
    streams.set(stream, null);
    write(stream, ping());
  }

  return {
    join,
    leave,
    size: () => streams.size,
    isStopped: () => isStopped,
    /** Ends every stream and the listener; for a process that is going down. */
    stop(): void {
      isStopped = true;
      clearInterval(pinger);
      clearTimeout(gathering);
      feed?.stop();
      for (const stream of [...streams.keys()]) leave(stream);
    },
  };
}
export type Hub = ReturnType<typeof createHub>;

const isAboutPeople = (row: PlacedFeedRow) => row.kind === "session" || row.kind === "member";
const nowCursor = (): LiveCursor => ({ atMicros: Date.now() * 1_000, id: "0" });

function maySee({ actor }: Subscriber, { event, memberId }: LiveEntry): boolean {
  if (memberId !== null && memberId !== actor.id) return false;
  if (event.type === "conversation") return canSee(actor, event.conversation);
  return event.type !== "conversation-removed" || canSeeId(actor, event.conversationId);
}
