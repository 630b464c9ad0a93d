import { expect, test } from "vitest";
import { firstUnreadOf, threadRows } from "@/components/thread/thread-rows";
import type { ThreadMessage } from "@/lib/client/inbox-data";

const start = Date.parse("2026-11-20T10:00:00Z");
const options = { locale: "en", timeZone: "UTC", firstUnreadId: null };

function message(id: string, afterMs: number, more: Partial<ThreadMessage> = {}): ThreadMessage {
  const author = { kind: "contact", id: "c", name: null } as const;
  return {
    id,
    sentAt: start + afterMs,
    direction: "inbound",
    kind: "text",
    author,
    ...more,
  } as ThreadMessage;
}

const shapeOf = (rows: ReturnType<typeof threadRows>) =>
  rows
    .map(
      ({ message: { id }, isGroupStart, isGroupEnd }) =>
        `${isGroupStart ? "[" : ""}${id}${isGroupEnd ? "]" : ""}`,
    )
    .join(" ");

test("what one author writes within two minutes is one group", () => {
  const rows = threadRows(
    [message("a", 0), message("b", 60_000), message("c", 120_000), message("d", 121_000)],
    options,
  );
  expect(shapeOf(rows)).toBe("[a b c] [d]");
});

test("another author, a notice and the unread line each begin a group", () => {
  const ours = { direction: "outbound", author: { kind: "member", id: "m", name: "Ines" } } as const;
  const items = [
    message("a", 0),
    message("b", 1000, ours),
    message("c", 2000, { ...ours, kind: "system" }),
    message("d", 3000),
    message("e", 4000),
  ];
  expect(shapeOf(threadRows(items, { ...options, firstUnreadId: "e" }))).toBe("[a] [b] [c] [d] [e]");
});

test("a day begins where the reader's own calendar turns", () => {
  const items = [message("a", 0), message("b", 15 * 3_600_000)];
  const firsts = (timeZone: string) =>
    threadRows(items, { ...options, timeZone }).map((row) => row.isFirstOfDay);
  expect(firsts("UTC")).toEqual([true, true]);
  expect(firsts("America/Los_Angeles")).toEqual([true, false]);
});

test("the unread line stands above the oldest of the newest unread messages of the customer", () => {
  const items = [
    message("a", 0),
    message("b", 1000),
    message("c", 2000, { direction: "outbound" }),
    message("d", 3000),
  ];
  expect(firstUnreadOf(items, 2)).toBe("b");
  expect(firstUnreadOf(items, 0)).toBeNull();
});
