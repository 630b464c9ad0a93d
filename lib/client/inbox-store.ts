import type { LiveEvent, VersionedConversation } from "@/lib/domain/live-event";
import { forgetLocal } from "./forget-local";
import type { ConversationList, Counts, Thread } from "./inbox-data";
import { isInboxKey, keys, listKeys, threadOfKey } from "./keys";
import {
  addCounts,
  applyEvents,
  type CacheAccess,
  cachedConversation,
  countDelta,
  patch,
  type Viewer,
} from "./live/apply-events";
import { createCountsKeeper } from "./live/counts-keeper";
import { createLiveClient } from "./live/live-client";
import { readList, readThread, refreshAll } from "./live/refresh";
import { dropStrangers, reduceList } from "./reduce-list";
import { reduceThread } from "./reduce-thread";
import { postMessage } from "./send/post-message";
import { createSender } from "./send/sender";

const RETRY_REFRESH_MS = 3_000;
const SEED_WINDOW_MS = 15_000;

type Options = {
  access: CacheAccess;
  member: { id: string; name: string };
  cursor: string;
  renderedAt: number;
  probe: () => Promise<boolean>;
};

/** The inbox as this browser knows it: the SWR cache, the live stream that keeps it right, and the way out. */
export function createInboxStore({ access, member, cursor, renderedAt, probe }: Options) {
  let openId: string | null = null;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  const viewer = (): Viewer => ({ memberId: member.id, openId });

  const live = createLiveClient({ memberId: member.id, cursor, apply, probe });
  const reads = { journal: live.journal, viewer };
  const counts = createCountsKeeper(() => void refreshAll(access, reads, [keys.counts()]));
  const patchThread = (conversationId: string, change: (thread: Thread) => Thread) =>
    patch<Thread>(access, keys.thread(conversationId), change);
  const sender = createSender({
    post: postMessage,
    member,
    patchThread,
    watchConnection: live.watchConnection,
    connection: live.connection,
    onBroken: () => void live.doubt(),
  });

  function apply(events: LiveEvent[]): void {
    const { areCountsUnknown } = applyEvents(access, events, viewer());
    for (const event of events) {
      if (event.type !== "conversation-removed" || event.mergedInto !== null) continue;
      forgetLocal(member.id, event.conversationId);
    }
    if (events.some((event) => event.type.startsWith("conversation"))) counts.changed(!areCountsUnknown);
    if (events.some((event) => event.type === "channels")) void refreshAll(access, reads, [keys.channels()]);
    if (events.some((event) => event.type === "reset")) void refresh();
  }

  async function refresh(only?: string[]): Promise<void> {
    clearTimeout(refreshTimer);
    const failed = await refreshAll(access, reads, only);
    if (failed.length > 0) refreshTimer = setTimeout(() => void refresh(failed), RETRY_REFRESH_MS);
  }

  return {
    member,
    renderedAt,
    access,
    live,
    sender,
    start(): () => void {
      const stopLive = live.start();
      const stopSender = sender.start();
      return () => {
        stopLive();
        stopSender();
        counts.stop();
        clearTimeout(refreshTimer);
      };
    },
    readList: (key: string) => readList(reads, key),
    readThread: async (key: string) =>
      sender.withUnsent(await readThread(reads, key), threadOfKey(key) ?? ""),
    patchThread,
    /** Puts what the server rendered into the cache, brought up to date, unless a newer copy is there. */
    seed(key: string, fallback: unknown): void {
      if (fallback === undefined || access.cache.get(key)?.data !== undefined || !isInboxKey(key)) return;
      const missed = live.journal.recent(Date.now(), SEED_WINDOW_MS);
      const tab = listKeys.find((list) => list.key === key)?.tab;
      const threadId = threadOfKey(key);
      void access.mutate(key, caughtUp(), { revalidate: false });

      function caughtUp(): unknown {
        if (tab) {
          const list = fallback as ConversationList;
          return missed.reduce((now, event) => reduceList(now, event, { ...viewer(), tab }), list);
        }
        if (threadId === null) return fallback;
        const thread = missed.reduce((now, event) => reduceThread(now, event, threadId), fallback as Thread);
        return sender.withUnsent(thread, threadId);
      }
    },
    /** The conversation on screen; it stays in its list although it no longer belongs under the tab. */
    setOpen(id: string | null): void {
      openId = id;
      for (const { tab, key } of listKeys) {
        patch<ConversationList>(access, key, (list) => dropStrangers(list, { ...viewer(), tab }));
      }
    },
    /** Shows a change of a conversation before the server has it; the server's next version replaces it. */
    patchConversation(id: string, change: (known: VersionedConversation) => VersionedConversation): void {
      const before = cachedConversation(access.cache, id);
      if (!before) return;
      const after = change(before);
      const delta = countDelta(before, after, member.id);
      patch<Counts>(access, keys.counts(), (known) => addCounts(known, delta));
      patch<VersionedConversation>(access, keys.conversation(id), change);
      for (const { tab, key } of listKeys) {
        patch<ConversationList>(access, key, (list) => {
          const items = list.items.map((item) => (item.id === id ? change(item) : item));
          return dropStrangers({ ...list, items }, { ...viewer(), tab });
        });
      }
    },
  };
}
export type InboxStore = ReturnType<typeof createInboxStore>;
