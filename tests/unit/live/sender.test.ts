import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Connection } from "@/lib/client/connection";
import type { Thread } from "@/lib/client/inbox-data";
import { putMessage } from "@/lib/client/reduce-thread";
import type { PostOutcome } from "@/lib/client/send/post-message";
import { createSender } from "@/lib/client/send/sender";
import { readUnsent, type Unsent } from "@/lib/client/send/unsent";
import { sampleConversation, sampleMessage } from "./support/samples";

const conversation = sampleConversation();
const live: Connection = { state: "live", since: null, lastByteAt: 1 };
const offline: Connection = { state: "offline", since: 1, lastByteAt: 1 };

beforeEach(() => {
  vi.useFakeTimers();
  const rows = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => rows.set(key, value),
    removeItem: (key: string) => rows.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A sender with a thread to look at and a server that answers as told. */
function browser(answer: (row: Unsent) => PostOutcome | Promise<PostOutcome>, first: Connection = live) {
  let thread: Thread = { items: [sampleMessage({ id: "old" })], nextCursor: null };
  let connection = first;
  const posted: string[] = [];
  const watchers = new Set<() => void>();
  const sender = createSender({
    post: async (row) => {
      posted.push(row.text);
      return answer(row);
    },
    member: { id: "ines", name: "Ines" },
    patchThread: (_id, change) => {
      thread = change(thread);
    },
    connection: () => connection,
    watchConnection: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    onBroken: () => {},
  });
  return {
    sender,
    posted,
    states: () =>
      thread.items.filter((item) => item.version === 0).map((item) => item.local?.state ?? "taken"),
    thread: () => thread,
    arrive: (message: Parameters<typeof putMessage>[1]) => {
      thread = putMessage(thread, message);
    },
    connect: (next: Connection) => {
      connection = next;
      for (const watcher of watchers) watcher();
    },
  };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("sending", () => {
  it("shows the message at once and forgets it when the server has it", async () => {
    const { sender, states } = browser(() => "taken");
    sender.send(conversation, "hi", null);
    expect(states()).toEqual(["sending"]);
    expect(readUnsent("ines")).toHaveLength(1);
    await settle();
    expect(states()).toEqual(["taken"]);
    expect(readUnsent("ines")).toEqual([]);
  });

  it("sends one at a time, in order", async () => {
    const open: (() => void)[] = [];
    const { sender, posted } = browser(() => new Promise((resolve) => open.push(() => resolve("taken"))));
    for (const text of ["one", "two", "three"]) sender.send(conversation, text, null);
    await settle();
    expect(posted).toEqual(["one"]);
    open[0]?.();
    await settle();
    expect(posted).toEqual(["one", "two"]);
  });

  it("keeps what the server refused, with the reason, and sends it again with the same id", async () => {
    let answer: PostOutcome = { code: "window_closed", message: "closed" };
    const { sender, states, thread } = browser(() => answer);
    const id = sender.send(conversation, "late", null);
    await settle();
    expect(thread().items[0]?.local).toMatchObject({ state: "failed", failure: { code: "window_closed" } });
    expect(readUnsent("ines")).toMatchObject([{ messageId: id, text: "late" }]);
    answer = "taken";
    sender.resend(id);
    await settle();
    expect(states()).toEqual(["taken"]);
    expect(thread().items[0]?.id).toBe(id);
  });

  it("gives the text back when a refused message is given up", async () => {
    const { sender, states } = browser(() => ({ code: "text_too_long", message: "long" }));
    const id = sender.send(conversation, "words", null);
    await settle();
    expect(sender.discard(id)).toBe("words");
    expect(states()).toEqual([]);
    expect(readUnsent("ines")).toEqual([]);
  });

  it("waits without a network and goes out when it is back, in order", async () => {
    let isUp = false;
    const tab = browser(() => (isUp ? "taken" : "broken"), offline);
    const stop = tab.sender.start();
    tab.sender.send(conversation, "one", null);
    tab.sender.send(conversation, "two", null);
    await settle();
    expect(tab.states()).toEqual(["offline", "offline"]);
    isUp = true;
    tab.posted.length = 0;
    tab.connect(live);
    await settle();
    expect(tab.posted).toEqual(["one", "two"]);
    expect(tab.states()).toEqual(["taken", "taken"]);
    stop();
  });

  it("goes out after a reload", async () => {
    const before = browser(() => "broken", offline);
    before.sender.send(conversation, "kept", null);
    await settle();
    const after = browser(() => "taken");
    const stop = after.sender.start();
    await settle();
    expect(after.posted).toEqual(["kept"]);
    expect(readUnsent("ines")).toEqual([]);
    stop();
  });

  it("asks a person when the server cannot be asked although the connection stands", async () => {
    const { sender, states } = browser(() => "broken");
    const stop = sender.start();
    sender.send(conversation, "hi", null);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(states()).toEqual(["failed"]);
    stop();
  });

  it("stands at the end of the thread whatever the clock says", () => {
    vi.setSystemTime(1_000);
    const { sender, thread } = browser(() => "taken");
    sender.send(conversation, "hi", null);
    expect(thread().items.map((item) => item.text)).toEqual(["hi", "Hello"]);
  });
});
