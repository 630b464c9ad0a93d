import type { LiveEvent } from "@/lib/domain/live-event";
import {
  type Connection,
  type ConnectionChange,
  firstConnection,
  isSilent,
  nextConnection,
} from "../connection";
import { compareCursors, laterCursor } from "./cursor";
import { openEventStream } from "./event-stream";
import { createJournal, type JournalEntry } from "./journal";
import { stand } from "./leadership";
import { openTabChannel, type TabMessage } from "./tab-channel";

const TICK_MS = 1_000;
const BATCH_MS = 8;

type Options = {
  memberId: string;
  /** Resume cursor of the moment the page was rendered on the server. */
  cursor: string;
  /** Called with a batch of events, oldest first. */
  apply: (events: LiveEvent[]) => void;
  /** Asks the server for something small; false when it cannot be reached. Leaves for sign-in when that is over. */
  probe: () => Promise<boolean>;
};

/** This tab's end of the live stream: leads (holds the EventSource) or follows (hears the leading tab). */
export function createLiveClient({ memberId, cursor: firstCursor, apply, probe }: Options) {
  const name = `parley-live:${memberId}`;
  const tabId = crypto.randomUUID();
  const journal = createJournal(firstCursor);
  const watchers = new Set<() => void>();
  const listeners = new Set<(event: LiveEvent) => void>();
  let connection: Connection = firstConnection;
  let cursor: string | null = firstCursor;
  let stream: ReturnType<typeof openEventStream> | null = null;
  let waiting: LiveEvent[] = [];
  let batchTimer: ReturnType<typeof setTimeout> | undefined;

  function setConnection(next: Connection): void {
    if (next === connection) return;
    const isSame = next.state === connection.state && next.since === connection.since;
    connection = next;
    if (isSame) return;
    for (const watcher of watchers) watcher();
  }
  const change = (next: ConnectionChange) => setConnection(nextConnection(connection, next));

  function accept(entry: JournalEntry): void {
    if (entry.event.type === "reset") journal.restart(entry.cursor);
    else journal.add(entry.cursor, entry.event, Date.now());
    cursor = entry.event.type === "reset" ? entry.cursor : laterCursor(cursor, entry.cursor);
    waiting.push(entry.event);
    batchTimer ??= setTimeout(flush, BATCH_MS);
  }

  function flush(): void {
    batchTimer = undefined;
    const events = waiting;
    waiting = [];
    apply(events);
    for (const event of events) for (const listener of listeners) listener(event);
  }

  function start(): () => void {
    const tabs = openTabChannel(name, hear);
    const seat = stand(name, lead);
    const ticker = setInterval(tick, TICK_MS);
    tabs.post({ type: "hello", from: tabId, after: cursor });
    window.addEventListener("online", check);
    window.addEventListener("offline", doubt);
    document.addEventListener("visibilitychange", check);
    return () => {
      window.removeEventListener("online", check);
      window.removeEventListener("offline", doubt);
      document.removeEventListener("visibilitychange", check);
      clearInterval(ticker);
      clearTimeout(batchTimer);
      batchTimer = undefined;
      seat.withdraw();
      tabs.close();
    };

    function lead(): () => void {
      tabs.post({ type: "leading", after: cursor });
      const beat = () => tabs.post({ type: "beat", cursor, connection });
      const mine = openEventStream({
        cursor: () => cursor,
        onOpen: () => {
          change({ type: "opened", now: Date.now() });
          beat();
        },
        onEvent: (at, event) => {
          change({ type: "byte", now: Date.now() });
          const entry = { cursor: at, event, receivedAt: Date.now() };
          accept(entry);
          tabs.post({ type: "event", entry });
        },
        onPing: (at) => {
          change({ type: "byte", now: Date.now() });
          cursor = laterCursor(cursor, at);
          beat();
        },
        onLost: () => {
          change({ type: "lost", now: Date.now() });
          beat();
        },
        probe,
      });
      stream = mine;
      return () => {
        mine.close();
        stream = null;
      };
    }

    function hear(message: TabMessage): void {
      if (message.type === "hello" && stream) answer(message);
      if (message.type === "hello" || stream) return;
      if (message.type === "event") {
        change({ type: "byte", now: Date.now() });
        accept(message.entry);
        return;
      }
      if (message.type === "leading") {
        if (compareCursors(cursor, message.after) < 0)
          tabs.post({ type: "hello", from: tabId, after: cursor });
        return;
      }
      if (message.type !== "beat" && message.to !== tabId) return;
      setConnection(message.connection);
      if (message.type === "replay") for (const entry of message.entries) accept(entry);
      if (message.type === "gap") {
        accept({ cursor: message.cursor ?? "", event: { type: "reset" }, receivedAt: Date.now() });
      }
      cursor = laterCursor(cursor, message.cursor);
    }

    function answer(hello: Extract<TabMessage, { type: "hello" }>): void {
      const entries = journal.after(hello.after);
      const about = { to: hello.from, cursor, connection };
      tabs.post(entries ? { type: "replay", entries, ...about } : { type: "gap", ...about });
    }

    function tick(): void {
      const before = connection.state;
      const now = Date.now();
      change({ type: "tick", now, hasNetwork: navigator.onLine });
      if (before !== "live" || connection.state === "live") return;
      check();
    }

    /** Something may have happened while nobody looked: a silent stream is opened again now, not later. */
    function check(): void {
      if (document.visibilityState === "hidden" && connection.state === "live") return;
      if (connection.state === "live" && !isSilent(connection, Date.now())) return;
      if (stream) stream.reconnect();
      else if (isSilent(connection, Date.now())) seat.take();
    }
  }

  /** A sign that the network is gone: an open stream can look well for long after. */
  async function doubt(): Promise<void> {
    if (connection.state === "live" && !(await probe())) stream?.reconnect();
  }

  return {
    start,
    doubt,
    journal,
    connection: () => connection,
    watchConnection: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    listen: (listener: (event: LiveEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
export type LiveClient = ReturnType<typeof createLiveClient>;
