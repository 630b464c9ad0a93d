import { describe, expect, it } from "vitest";
import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { Actor } from "@/lib/domain/member";
import { countConversations } from "@/lib/inbox/read/count-conversations";
import { listConversations } from "@/lib/inbox/read/list-conversations";
import { listMessages } from "@/lib/inbox/read/list-messages";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { messagesOf } from "@/lib/store/messages";
import { nextWorld, useWorld } from "../support/world";
import { messageIn, seedConversation } from "./support/seed";

useWorld("live-reads");

const ines: Actor = { kind: "member", id: "ines", name: "Ines", role: "agent" };

describe("the conversation list", () => {
  it("pages each tab in order, without repeats, and leaves merged ones out", async () => {
    await nextWorld("live-reads-list");
    for (let n = 0; n < 12; n += 1) {
      await seedConversation({
        contactId: `c${n}`,
        lastActivityAt: 1_000 + Math.floor(n / 3),
        isUnread: n % 2 === 0,
        assigneeId: n < 4 ? "ines" : null,
        mergedInto: n === 11 ? "other" : null,
      });
    }
    const all = await allPages("all");
    expect(all).toHaveLength(11);
    expect(new Set(all).size).toBe(11);
    expect((await allPages("unread")).length).toBe(6);
    expect((await allPages("mine")).length).toBe(4);
    expect(await countConversations(ines)).toEqual({ all: 11, unread: 6, mine: 4 });
  });

  it("refuses a cursor that is not ours", async () => {
    const page = await listConversations({ tab: "all", actor: ines, cursor: "nonsense", limit: 5 });
    expect(page).toMatchObject({ ok: false, error: { code: "bad_request" } });
  });

  it("answers those who ask together with one query", async () => {
    const [one, two] = [0, 1].map(() => listConversations({ tab: "all", actor: ines, limit: 5 }));
    expect(one).toBe(two);
    await one;
  });
});

describe("a thread", () => {
  it("pages newest first, each message with its version", async () => {
    const conversation = await seedConversation({ contactId: "thread" });
    for (let n = 0; n < 7; n += 1) {
      const message = messageIn(conversation, `m${n}`, 1_000 + n);
      await messagesOf(conversation.id).doc(message.id).set(message);
    }
    const texts: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page = await listMessages({ conversationId: conversation.id, cursor, limit: 3 });
      if (!page.ok) throw new Error(page.error.message);
      texts.push(...page.data.items.map((message) => message.text));
      expect(page.data.items.every((message) => message.version > 1_000_000_000_000_000)).toBe(true);
      cursor = page.data.nextCursor;
    } while (cursor);
    expect(texts).toEqual(["m6", "m5", "m4", "m3", "m2", "m1", "m0"]);
  });

  it("is not there for an id that cannot be one", async () => {
    for (const id of ["", "..", "a/b", "__x__", "unknown"])
      expect(await readConversation(ines, id)).toBeNull();
  });
});

async function allPages(tab: ConversationTab): Promise<string[]> {
  const ids: string[] = [];
  let last = Number.POSITIVE_INFINITY;
  let cursor: string | null = null;
  do {
    const page = await listConversations({ tab, actor: ines, cursor, limit: 5 });
    if (!page.ok) throw new Error(page.error.message);
    for (const item of page.data.items) {
      expect(item.lastActivityAt).toBeLessThanOrEqual(last);
      last = item.lastActivityAt;
      ids.push(item.id);
    }
    cursor = page.data.nextCursor;
  } while (cursor);
  return ids;
}
