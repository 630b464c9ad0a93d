import type { Cache, ScopedMutator } from "swr";
import { describe, expect, it } from "vitest";
import { keys } from "@/lib/client/keys";
import { applyEvents } from "@/lib/client/live/apply-events";
import { forget } from "@/lib/client/live/gone";
import { sampleConversation, sampleMessage } from "./support/samples";

/** A cache as SWR keeps it, without its hooks. */
function newCache(filled: Record<string, unknown>) {
  const rows = new Map(Object.entries(filled).map(([key, data]) => [key, { data }]));
  const mutate = async (key: string, data: unknown) => {
    rows.set(key, { data });
  };
  const access = { cache: rows as unknown as Cache, mutate: mutate as unknown as ScopedMutator };
  return { access, read: (key: string) => rows.get(key)?.data };
}
const viewer = { memberId: "ines", openId: null };
const known = sampleConversation({ id: "a" });
const thread = { items: [sampleMessage({ id: "m" })], nextCursor: null };
const filled = () => newCache({ [keys.conversation("a")]: known, [keys.thread("a")]: thread });

describe("a conversation that is no more", () => {
  it("leaves the browser's memory, and says so to whoever has it open", () => {
    const { access, read } = filled();
    const removed = { type: "conversation-removed", conversationId: "a", mergedInto: null } as const;
    applyEvents(access, [removed], viewer);
    expect(read(keys.conversation("a"))).toBeNull();
    expect(read(keys.thread("a"))).toBeNull();
  });

  it("stays where it only became another one", () => {
    const { access, read } = filled();
    const removed = { type: "conversation-removed", conversationId: "a", mergedInto: "b" } as const;
    applyEvents(access, [removed], viewer);
    expect(read(keys.conversation("a"))).toMatchObject({ mergedInto: "b" });
  });

  it("is there again when its customer writes anew", () => {
    const { access, read } = filled();
    forget(access, keys.conversation("a"));
    forget(access, keys.thread("a"));
    const again = sampleConversation({ id: "a", version: known.version + 1 });
    applyEvents(
      access,
      [{ type: "conversation", conversation: again, messages: [], removedMessageIds: [] }],
      viewer,
    );
    expect(read(keys.conversation("a"))).toEqual(again);
    expect(read(keys.thread("a"))).toBeUndefined();
  });
});

it("forgets a list or the like without a sign", () => {
  const { access, read } = newCache({ [keys.templates("wa_1")]: { templates: [] } });
  forget(access, keys.templates("wa_1"));
  expect(read(keys.templates("wa_1"))).toBeUndefined();
});
