import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversationList } from "@/lib/client/inbox-data";
import {
  appendPage,
  compareConversations,
  dropStrangers,
  type ListContext,
  mergeFirstPage,
  reduceList,
} from "@/lib/client/reduce-list";
import { belongsToTab, conversationTabs } from "@/lib/domain/conversation-tab";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { changeOf, sampleConversation } from "./support/samples";

const all: ListContext = { tab: "all", memberId: "ines", openId: null };
const empty: ConversationList = { items: [], nextCursor: null };
const ids = (list: ConversationList) => list.items.map((item) => item.id);

/** Histories of a few conversations: version n of one is always the same document. */
const histories = fc
  .array(
    fc.array(fc.record({ at: fc.nat(20), isUnread: fc.boolean(), isMine: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((rows) =>
    rows.map((steps, index) =>
      steps.map(({ at, isUnread, isMine }, step) =>
        sampleConversation({
          id: `c${index}`,
          version: step + 1,
          lastActivityAt: at,
          isUnread,
          assigneeId: isMine ? "ines" : null,
        }),
      ),
    ),
  );

const deliveries = histories.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    extra: fc.array(fc.constantFrom(...rows.flat()), { maxLength: 10 }),
    tab: fc.constantFrom(...conversationTabs),
    seed: fc.infiniteStream(fc.nat()),
  }),
);

describe("the list under live events", () => {
  it("ends the same whatever the order, the duplicates and the old versions", () => {
    fc.assert(
      fc.property(deliveries, ({ rows, extra, tab, seed }) => {
        const context = { ...all, tab };
        const stream = shuffled([...rows.flat(), ...extra], seed);
        const list = stream.reduce((now, row) => reduceList(now, changeOf(row), context), empty);
        const newest = rows.map((steps) => steps.at(-1) as VersionedConversation);
        const expected = newest.filter((row) => belongsToTab(row, tab, "ines")).sort(compareConversations);
        // A row that left the tab is forgotten, so an older version of it that comes late may bring it back.
        const settled = newest.reduce((now, row) => reduceList(now, changeOf(row), context), list);
        expect(ids(settled)).toEqual(expected.map((row) => row.id));
        expect(new Set(ids(list)).size).toBe(list.items.length);
        expect(list.items).toEqual(list.items.toSorted(compareConversations));
      }),
    );
  });

  it("never goes back to an older version", () => {
    const newer = sampleConversation({ version: 5, contactName: "New" });
    const list = { items: [newer], nextCursor: null };
    expect(reduceList(list, changeOf(sampleConversation({ version: 4 })), all)).toBe(list);
    expect(reduceList(list, changeOf(sampleConversation({ version: 5 })), all)).toBe(list);
  });

  it("updates the last loaded row in place", () => {
    const list = { items: [sampleConversation({ id: "a" })], nextCursor: "more" };
    const next = reduceList(
      list,
      changeOf(sampleConversation({ id: "a", version: 2, hasFailed: true })),
      all,
    );
    expect(next.items[0]?.hasFailed).toBe(true);
  });

  it("leaves a row below what is loaded for its page", () => {
    const list = { items: [sampleConversation({ id: "a", lastActivityAt: 50 })], nextCursor: "more" };
    expect(reduceList(list, changeOf(sampleConversation({ id: "b", lastActivityAt: 10 })), all)).toBe(list);
  });

  it("still takes a row above where the loaded part ended after the last row has left", () => {
    const context: ListContext = { ...all, tab: "unread" };
    const row = (id: string, lastActivityAt: number, isUnread = true, version = 1) =>
      sampleConversation({ id, lastActivityAt, isUnread, version });
    const list = { items: [row("a", 90), row("b", 50)], nextCursor: "more" };
    const left = reduceList(list, changeOf(row("b", 50, false, 2)), context);
    expect(ids(reduceList(left, changeOf(row("c", 70)), context))).toEqual(["a", "c"]);
  });

  it("keeps the open conversation in the unread list until it is left", () => {
    const context: ListContext = { ...all, tab: "unread", openId: "a" };
    const list = { items: [sampleConversation({ id: "a", isUnread: true })], nextCursor: null };
    const read = reduceList(list, changeOf(sampleConversation({ id: "a", version: 2 })), context);
    expect(ids(read)).toEqual(["a"]);
    expect(ids(dropStrangers(read, { ...context, openId: null }))).toEqual([]);
  });

  it("takes a merged conversation out", () => {
    const list = { items: [sampleConversation({ id: "a" })], nextCursor: null };
    const gone = { type: "conversation-removed", conversationId: "a", mergedInto: "b" } as const;
    expect(ids(reduceList(list, gone, all))).toEqual([]);
  });

  it("adds a page without repeating what has moved up meanwhile", () => {
    const list = {
      items: [sampleConversation({ id: "b", version: 2, lastActivityAt: 99 })],
      nextCursor: "x",
    };
    const page = {
      items: [
        sampleConversation({ id: "b", lastActivityAt: 5 }),
        sampleConversation({ id: "c", lastActivityAt: 4 }),
      ],
      nextCursor: null,
    };
    expect(ids(appendPage(list, page))).toEqual(["b", "c"]);
  });

  it("keeps a newer version when the first page comes back older", () => {
    const list = { items: [sampleConversation({ id: "a", version: 9 })], nextCursor: null };
    const page = { items: [sampleConversation({ id: "a", version: 8 })], nextCursor: null };
    expect(mergeFirstPage(list, page).items[0]?.version).toBe(9);
  });
});

function shuffled<T>(items: T[], seed: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, place: (seed.next().value as number) % 1_000 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
