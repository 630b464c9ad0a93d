import { ulid } from "ulid";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Failure } from "@/lib/domain/result";
import type { Connection } from "../connection";
import type { LocalState, Thread, ThreadMessage } from "../inbox-data";
import { dropLocal, markLocal, putMessage } from "../reduce-thread";
import { localMessage } from "./local-message";
import type { PostOutcome } from "./post-message";
import { dropUnsent, putUnsent, readUnsent, type Unsent } from "./unsent";

/** Thrown calls in a row, with a working connection, after which a person has to decide. */
const MAX_BROKEN_CALLS = 4;
const RETRY_MS = 5_000;

type Options = {
  post: (row: Unsent) => Promise<PostOutcome>;
  member: { id: string; name: string };
  patchThread: (conversationId: string, change: (thread: Thread) => Thread) => void;
  connection: () => Connection;
  watchConnection: (watcher: () => void) => () => void;
  /** A call did not get through. */
  onBroken: () => void;
};

/**
 * Sends what is written: shown at once, one at a time per conversation, in order. Without a network it waits and
 * goes out when the connection is back, also after a reload. The id is made here, so sending twice is harmless.
 */
export function createSender({ post, member, patchThread, connection, watchConnection, onBroken }: Options) {
  const queue = new Map<string, Unsent>();
  const lanes = new Set<string>();
  const broken = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(row: Unsent, local: LocalState): void {
    patchThread(row.conversationId, (thread) => putAtEnd(thread, localMessage(row, member, local)));
  }

  function stateOf(row: Unsent): LocalState {
    if (row.failure) return { state: "failed", failure: row.failure };
    return { state: connection().state === "offline" ? "offline" : "sending", failure: null };
  }

  async function run(conversationId: string): Promise<void> {
    if (lanes.has(conversationId)) return;
    lanes.add(conversationId);
    try {
      for (let row = nextOf(conversationId); row; row = nextOf(conversationId)) {
        if (!(await sendOne(row))) break;
      }
    } finally {
      lanes.delete(conversationId);
    }
  }

  function nextOf(conversationId: string): Unsent | undefined {
    return [...queue.values()].find((row) => row.conversationId === conversationId && !row.failure);
  }

  /** False: the network is in the way, the lane waits. */
  async function sendOne(row: Unsent): Promise<boolean> {
    const outcome = await post(row);
    if (outcome === "taken") return taken(row);
    if (outcome !== "broken") return refuse(row, outcome);
    const count = (broken.get(row.messageId) ?? 0) + (connection().state === "live" ? 1 : 0);
    broken.set(row.messageId, count);
    if (count >= MAX_BROKEN_CALLS) {
      return refuse(row, { code: "unavailable", message: "The server could not be asked." });
    }
    show(row, { state: "offline", failure: null });
    onBroken();
    return false;
  }

  function taken(row: Unsent): boolean {
    broken.delete(row.messageId);
    queue.delete(row.messageId);
    dropUnsent(member.id, row.messageId);
    patchThread(row.conversationId, (thread) => ({
      ...thread,
      items: thread.items.map((item) =>
        item.id === row.messageId && item.version === 0 ? { ...item, local: undefined } : item,
      ),
    }));
    return true;
  }

  function refuse(row: Unsent, failure: Failure): boolean {
    broken.delete(row.messageId);
    const refused = { ...row, failure };
    queue.set(row.messageId, refused);
    putUnsent(member.id, refused);
    patchThread(row.conversationId, (thread) =>
      markLocal(thread, row.messageId, { state: "failed", failure }),
    );
    return true;
  }

  function runAll(): void {
    for (const row of queue.values()) void run(row.conversationId);
    clearTimeout(timer);
    timer = [...queue.values()].some((row) => !row.failure) ? setTimeout(runAll, RETRY_MS) : undefined;
  }

  return {
    start(): () => void {
      for (const row of readUnsent(member.id)) if (!queue.has(row.messageId)) queue.set(row.messageId, row);
      for (const row of queue.values()) show(row, stateOf(row));
      runAll();
      const unwatch = watchConnection(() => {
        if (connection().state === "live") runAll();
      });
      return () => {
        unwatch();
        clearTimeout(timer);
        timer = undefined;
      };
    },
    /** Sends a text; gives the id it has from now on. */
    send(conversation: VersionedConversation, text: string, replyToMessageId: string | null): string {
      const { id, contactId, channelId, channel } = conversation;
      const about = { conversationId: id, contactId, channelId, channel, text, replyToMessageId };
      const row = { messageId: ulid(), ...about, at: Date.now(), failure: null };
      queue.set(row.messageId, row);
      putUnsent(member.id, row);
      show(row, stateOf(row));
      void run(id);
      timer ??= setTimeout(runAll, RETRY_MS);
      return row.messageId;
    },
    /** Another go for a message the server refused. */
    resend(messageId: string): void {
      const row = queue.get(messageId);
      if (!row) return;
      const again = { ...row, failure: null };
      queue.set(messageId, again);
      putUnsent(member.id, again);
      show(again, stateOf(again));
      void run(row.conversationId);
    },
    /** Gives up a message the server does not have; gives its text back. */
    discard(messageId: string): string | null {
      const row = queue.get(messageId);
      if (!row) return null;
      queue.delete(messageId);
      dropUnsent(member.id, messageId);
      patchThread(row.conversationId, (thread) => dropLocal(thread, messageId));
      return row.text;
    },
    /** A thread just read, with this browser's unsent messages in it. */
    withUnsent(thread: Thread, conversationId: string): Thread {
      const mine = [...queue.values()].filter((row) => row.conversationId === conversationId);
      return mine.reduce((now, row) => putUnlessKnown(now, row), thread);
    },
  };

  function putUnlessKnown(thread: Thread, row: Unsent): Thread {
    if (thread.items.some((item) => item.id === row.messageId)) return thread;
    return putAtEnd(thread, localMessage(row, member, stateOf(row)));
  }
}
export type Sender = ReturnType<typeof createSender>;

/** What is written now comes after what is there, whatever this machine's clock says. */
function putAtEnd(thread: Thread, message: ThreadMessage): Thread {
  const newest = thread.items.find((item) => item.version > 0)?.sortKey ?? "";
  return putMessage(thread, message.sortKey > newest ? message : { ...message, sortKey: `${newest}~` });
}
