import { ulid } from "ulid";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { signInAction } from "@/lib/actions/session";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { markConversationRead } from "@/lib/inbox/outbound/mark-read";
import { auditLog } from "@/lib/store/audit-log";
import { inUnit } from "@/lib/store/unit";
import { browser } from "../auth/support/browser";
import { localMember, member } from "../auth/support/people";
import { agent, customer, useStandIn, viewer } from "../outbound/stand-in";
import { useWorld } from "../support/world";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("audit-once");
useStandIn();
beforeEach(() => browser.reset());

const about = async (id: string) =>
  (
    await auditLog()
      .where("subject.id", "==", await pseudonymOf(id))
      .get()
  ).docs.map((document) => document.data());
const ofAction = async (action: string) =>
  (await auditLog().where("action", "==", action).get()).docs.map((document) => document.data());

describe("a change and its entry", () => {
  it("are one: many requests at once leave as many entries as changes", async () => {
    const { conversationId } = await customer("whatsapp");
    const { id: assigneeId } = await member("agent");
    const messageId = ulid();
    const send = () =>
      enqueueMessage({ actor: agent, conversationId, messageId, content: { kind: "text", text: "Hi" } });
    await Promise.all(Array.from({ length: 6 }, send));
    await Promise.all(
      Array.from({ length: 6 }, () => assignConversation({ actor: agent, conversationId, assigneeId })),
    );
    await Promise.all(
      Array.from({ length: 6 }, () => markConversationRead({ actor: agent, conversationId })),
    );
    expect(await about(messageId)).toHaveLength(1);
    expect((await about(conversationId)).map(({ action }) => action).sort()).toEqual([
      "conversation.assigned",
      "conversation.read",
    ]);
  });

  it("are neither there when the change is refused or fails", async () => {
    const { conversationId } = await customer("whatsapp");
    const before = (await auditLog().count().get()).data().count;
    await markConversationRead({ actor: viewer, conversationId });
    await assignConversation({ actor: agent, conversationId, assigneeId: "nobody" });
    await enqueueMessage({
      actor: agent,
      conversationId,
      messageId: ulid(),
      content: { kind: "text", text: " " },
    });
    const failing = inUnit(async (unit) => {
      const subject = { kind: "conversation", id: conversationId } as const;
      await leaveAuditEntry(unit, agent, { action: "conversation.read", subject });
      throw new Error("on the way");
    });
    await expect(failing).rejects.toThrow("on the way");
    expect((await auditLog().count().get()).data().count).toBe(before);
  });

  it("tell of a template by its name and never by its words", async () => {
    const { conversationId } = await customer("whatsapp");
    const messageId = ulid();
    const components = [
      { type: "body", parameters: ["Secret Ana", "A-7"].map((text) => ({ type: "text", text })) },
    ];
    const content = { kind: "template" as const, name: "order_confirmation", language: "en_US", components };
    expect((await enqueueMessage({ actor: agent, conversationId, messageId, content })).ok).toBe(true);
    const [entry] = await about(messageId);
    expect(entry?.detail).toEqual({ kind: "template", name: "order_confirmation", language: "en_US" });
    expect(entry?.about).toContain(await pseudonymOf(conversationId));
    expect(JSON.stringify(entry)).not.toMatch(/Secret|wa_/);
  });
});

describe("a refused sign-in", () => {
  const tries = (email: string, password = "not the password") =>
    signInAction({ proof: { kind: "password", email, password } });
  const from = { address: "203.0.113.1", userAgent: "Test/1.0" };

  it("is told by the member when there is one, and without the email when there is none", async () => {
    const { id, name } = await localMember("agent");
    const known = await localMember("agent");
    await tries(known.email);
    expect(await ofAction("member.sign_in_refused")).toMatchObject([
      { actor: { kind: "system" }, subject: { kind: "member", id: known.id, name: known.name }, from },
    ]);
    await tries("stranger@example.com");
    const unknown = await ofAction("session.refused");
    expect(unknown).toMatchObject([{ subject: { kind: "session", id: "unknown", name: null }, from }]);
    expect(JSON.stringify(unknown)).not.toContain("stranger");
    expect([id, name].some((text) => JSON.stringify(unknown).includes(text))).toBe(false);
  });

  it("leaves no more entries than the throttle lets through", async () => {
    const { id, email } = await localMember("agent");
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push((await tries(email))?.serverError?.code);
    const admitted = answers.filter((code) => code === "invalid_credentials").length;
    expect(admitted).toBeLessThan(12);
    expect(
      (await ofAction("member.sign_in_refused")).filter(({ subject }) => subject.id === id),
    ).toHaveLength(admitted);
  });
});
