import { beforeEach, expect, test } from "vitest";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { markConversationRead } from "@/lib/inbox/outbound/mark-read";
import { showTyping } from "@/lib/inbox/outbound/typing";
import { conversations } from "@/lib/store/conversations";
import { members } from "@/lib/store/members";
import { useWorld } from "../support/world";
import { agent, control, customer, useStandIn, viewer } from "./stand-in";

useWorld("courtesies");
useStandIn();

type Call = { body: Record<string, unknown> };
const calls = async () =>
  (await control<{ items: Call[] }>("GET", "requests?path=messages&method=POST")).items.map(
    ({ body }) => body,
  );

beforeEach(() => control("DELETE", "requests"));

test("a conversation is read here at once, and at WhatsApp afterwards", async () => {
  const { conversationId } = await customer("whatsapp");
  const read = await markConversationRead({ actor: agent, conversationId });
  const again = await markConversationRead({ actor: agent, conversationId });
  expect(read).toMatchObject({ ok: true, data: { conversation: { unreadCount: 0, isUnread: false } } });
  expect(again).toMatchObject({ ok: true, data: { tellMeta: null } });
  if (read.ok) await read.data.tellMeta?.();
  expect(await calls()).toEqual([
    { messaging_product: "whatsapp", status: "read", message_id: expect.stringMatching(/^wamid/) },
  ]);
});

test("a viewer leaves no mark", async () => {
  const { conversationId } = await customer("whatsapp");
  expect(await markConversationRead({ actor: viewer, conversationId })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect((await conversations().doc(conversationId).get()).data()?.isUnread).toBe(true);
});

test("typing is shown at most every 20 s", async () => {
  const { conversationId } = await customer("whatsapp");
  const now = Date.now();
  const type = async (at: number) => {
    const shown = await showTyping({ actor: agent, conversationId, now: at });
    if (shown.ok) await shown.data.tellMeta?.();
    return shown.ok && shown.data.tellMeta !== null;
  };
  expect([await type(now), await type(now + 19_000), await type(now + 21_000)]).toEqual([true, false, true]);
  expect(await calls()).toHaveLength(2);
  expect((await calls())[0]).toMatchObject({ typing_indicator: { type: "text" } });
});

test("Instagram is told by sender actions", async () => {
  const { conversationId } = await customer("instagram");
  const read = await markConversationRead({ actor: agent, conversationId });
  if (read.ok) await read.data.tellMeta?.();
  const shown = await showTyping({ actor: agent, conversationId });
  if (shown.ok) await shown.data.tellMeta?.();
  const actions = (await calls()).map((body) => body.sender_action);
  expect(actions).toContain("mark_seen");
  expect(actions).toContain("typing_on");
});

test("a refusal by Meta is nobody's problem", async () => {
  const { conversationId } = await customer("whatsapp");
  await control("POST", "faults", { kind: "error", endpoint: "read", code: 131000 });
  const read = await markConversationRead({ actor: agent, conversationId });
  if (!read.ok) throw new Error(read.error.code);
  await expect(read.data.tellMeta?.()).resolves.toBeUndefined();
});

test("a conversation is given to an active agent, and taken back", async () => {
  const { conversationId } = await customer("whatsapp");
  const member = (id: string, role: "agent" | "viewer", isActive: boolean) =>
    members()
      .doc(id)
      .set({ id, email: `${id}@example.com`, name: id, role, isActive, createdAt: 1, updatedAt: 1 });
  await Promise.all([
    member("ada", "agent", true),
    member("gone", "agent", false),
    member("vic", "viewer", true),
  ]);
  const give = (assigneeId: string | null, actor = agent) =>
    assignConversation({ actor, conversationId, assigneeId });
  expect(await give("ada")).toMatchObject({ ok: true, data: { assigneeId: "ada" } });
  expect(await give("gone")).toMatchObject({ error: { code: "bad_request" } });
  expect(await give("vic")).toMatchObject({ error: { code: "bad_request" } });
  expect(await give("nobody")).toMatchObject({ error: { code: "bad_request" } });
  expect(await give("ada", viewer)).toMatchObject({ error: { code: "forbidden" } });
  expect(await give(null)).toMatchObject({ ok: true, data: { assigneeId: null } });
});
