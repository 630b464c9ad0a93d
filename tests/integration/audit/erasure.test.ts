import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { startErasure } from "@/lib/inbox/privacy/erase/start";
import { auditLog } from "@/lib/store/audit-log";
import { conversations } from "@/lib/store/conversations";
import { customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";

useWorld("audit-erasure");
useStandIn();

const admin: Actor = { kind: "member", id: "ada", name: "Ada", role: "admin" };

it("who has somebody erased is told once, by pseudonym, however often they ask", async () => {
  const { conversationId } = await customer("whatsapp");
  const contactId = (await conversations().doc(conversationId).get()).data()?.contactId ?? "";
  await startErasure(admin, { contactId });
  await startErasure(admin, { contactId });
  const started = await auditLog().where("action", "==", "contact.erasure_started").get();
  expect(started.docs.map((document) => document.data())).toMatchObject([
    { actor: { id: "ada" }, subject: { kind: "contact", id: await pseudonymOf(contactId), name: null } },
  ]);
});
