import type { Connection } from "../connection";
import type { JournalEntry } from "./journal";

/** What the tabs of one browser say to each other. */
export type TabMessage =
  | { type: "event"; entry: JournalEntry }
  | { type: "beat"; cursor: string | null; connection: Connection }
  /** A tab leads from here on, and its stream resumed from `after`. */
  | { type: "leading"; after: string | null }
  | { type: "hello"; from: string; after: string | null }
  | { type: "replay"; to: string; entries: JournalEntry[]; cursor: string | null; connection: Connection }
  /** The leader no longer has what that tab missed. */
  | { type: "gap"; to: string; cursor: string | null; connection: Connection };

/** A channel to the other tabs of the same member; does nothing where the browser has none. */
export function openTabChannel(name: string, onMessage: (message: TabMessage) => void) {
  if (typeof BroadcastChannel === "undefined") return { post: (_message: TabMessage) => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data);
  return {
    post: (message: TabMessage) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
