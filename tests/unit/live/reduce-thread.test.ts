import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Thread } from "@/lib/client/inbox-data";
import {
  appendOlder,
  compareMessages,
  dropLocal,
  markLocal,
  mergeNewestPage,
  putMessage,
  reduceThread,
} from "@/lib/client/reduce-thread";
import { localMessage } from "@/lib/client/send/local-message";
import type { VersionedMessage } from "@/lib/domain/live-event";
import { changeOf, sampleConversation, sampleMessage } from "./support/samples";

const empty: Thread = { items: [], nextCursor: null };
const conversation = sampleConversation();
const ids = (thread: Thread) => thread.items.map((item) => item.id);
const told = (thread: Thread, ...messages: VersionedMessage[]) =>
  reduceThread(thread, changeOf(conversation, messages), conversation.id);

const unsent = {
  messageId: "mine",
  conversationId: conversation.id,
  contactId: "c1",
  channelId: "wa_1",
  channel: "whatsapp",
  text: "On its way",
  replyToMessageId: null,
  at: 1_900_000_000_000,
  failure: null,
} as const;
const local = localMessage(unsent, { id: "ines", name: "Ines" }, { state: "sending", failure: null });

describe("a thread under live events", () => {
  it("ends the same whatever the order, the duplicates and the old versions", () => {
    const message = fc
      .record({ id: fc.nat(8), version: fc.integer({ min: 1, max: 5 }) })
      .map(({ id, version }) =>
        sampleMessage({ id: `m${id}`, version, sentAt: 1_000 + (id % 5), text: `v${version}` }),
      );
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), fc.infiniteStream(fc.nat(999)), (messages, seed) => {
        const mixed = messages
          .map((each) => ({ each, place: seed.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each);
        const one = messages.reduce((thread, each) => told(thread, each), empty);
        const other = told(empty, ...mixed, ...messages);
        expect(other).toEqual(one);
        expect(new Set(ids(one)).size).toBe(one.items.length);
        expect(one.items).toEqual(one.items.toSorted(compareMessages));
      }),
    );
  });

  it("leaves another conversation's messages alone", () => {
    const other = changeOf(sampleConversation({ id: "other" }), [sampleMessage()]);
    expect(reduceThread(empty, other, conversation.id)).toBe(empty);
  });

  it("replaces a message sent from here by the server's, and never the other way round", () => {
    const sending = putMessage(empty, local);
    const stored = {
      ...sampleMessage({ id: "mine", version: 7, direction: "outbound" }),
      sortKey: local.sortKey,
    };
    const sent = told(sending, stored);
    expect(sent.items).toEqual([stored]);
    expect(putMessage(sent, local)).toBe(sent);
    expect(markLocal(sent, "mine", { state: "failed", failure: null }).items).toEqual([stored]);
    expect(ids(dropLocal(sent, "mine"))).toEqual(["mine"]);
  });

  it("keeps an unsent message when the newest page is read again", () => {
    const thread = putMessage({ items: [sampleMessage({ id: "old" })], nextCursor: "more" }, local);
    expect(ids(mergeNewestPage(thread, { items: [sampleMessage({ id: "old" })], nextCursor: null }))).toEqual(
      ["mine", "old"],
    );
  });

  it("leaves a message older than what is loaded for its page", () => {
    const thread = { items: [sampleMessage({ id: "new", sentAt: 2_000 })], nextCursor: "more" };
    const old = sampleMessage({ id: "old", sentAt: 1_000 });
    expect(told(thread, old)).toBe(thread);
    expect(ids(appendOlder(thread, { items: [old], nextCursor: null }))).toEqual(["new", "old"]);
  });

  it("takes out a message that has moved to another conversation", () => {
    const thread = { items: [sampleMessage({ id: "a" })], nextCursor: null };
    expect(ids(reduceThread(thread, changeOf(conversation, [], ["a"]), conversation.id))).toEqual([]);
  });
});
