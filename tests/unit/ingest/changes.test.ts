import fc from "fast-check";
import { expect, it } from "vitest";
import type { Message } from "@/lib/domain/message";
import { addPending, applyPending } from "@/lib/inbox/ingest/apply/settle-pending";
import type { PendingChange } from "@/lib/store/provider-messages";

const message: Message = {
  id: "m",
  conversationId: "c",
  contactId: "p",
  channelId: "w",
  channel: "whatsapp",
  direction: "outbound",
  kind: "text",
  text: "original",
  content: { kind: "text" },
  author: { kind: "phone", id: null, name: null },
  providerMessageId: "wamid",
  replyTo: null,
  referral: null,
  forwarded: null,
  groupId: null,
  isStandby: false,
  reactions: [],
  sentAt: 10,
  receivedAt: 10,
  sortKey: "k",
  editedAt: null,
  edits: [],
  revokedAt: null,
  status: "sent",
  timeline: { sent: 10 },
  attempt: 0,
  error: null,
  pricing: null,
};

const at = fc.integer({ min: 1, max: 20 });
const error = fc.constantFrom(null, ...[131049, 131047].map(deliveryError));
const change: fc.Arbitrary<PendingChange> = fc.oneof(
  fc.record({
    type: fc.constant("status" as const),
    status: fc.constantFrom("sent", "delivered", "read", "played", "failed"),
    at,
    error,
    pricing: fc.constantFrom(null, { category: "service", type: "regular", isBillable: true }),
  }),
  fc.record({
    type: fc.constant("reaction" as const),
    from: fc.constantFrom("contact", "business"),
    emoji: fc.constantFrom(null, "👍", "❤️"),
    at,
  }),
  fc.record({
    type: fc.constant("edit" as const),
    text: fc.constantFrom("one", "two", "three"),
    editNumber: fc.constant(null),
    at,
  }),
  fc.record({ type: fc.constant("revoke" as const), at }),
  fc.record({ type: fc.constant("read" as const), at }),
);

it("changes in any order, any number of times, make the same message", () => {
  const stream = fc.array(change, { maxLength: 12 }).chain((changes) =>
    fc.record({
      changes: fc.constant(changes),
      shuffled: fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 }),
    }),
  );
  fc.assert(
    fc.property(stream, ({ changes, shuffled }) => {
      expect(applyPending(message, shuffled)).toEqual(applyPending(message, changes));
    }),
    { seed: 7, numRuns: 500 },
  );
});

it("what waits is kept once, in one order", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const pending = [...changes, ...changes.toReversed()].reduce<PendingChange[]>(addPending, []);
      expect(pending).toEqual(changes.toReversed().reduce<PendingChange[]>(addPending, []));
    }),
    { seed: 7, numRuns: 200 },
  );
});

it("a reaction taken back stays away when its notice comes late", () => {
  const removed = applyPending(message, [
    { type: "reaction", from: "contact", emoji: null, at: 5 },
    { type: "reaction", from: "contact", emoji: "👍", at: 4 },
  ]);
  expect(removed.reactions).toEqual([]);
});

it("an edit announced without words erases nothing", () => {
  expect(applyPending(message, [{ type: "edit", text: null, editNumber: 0, at: 12 }])).toBe(message);
});

function deliveryError(code: number) {
  return { code, subcode: null, reason: `r${code}`, isRetryable: false, details: null, fbtraceId: null };
}
