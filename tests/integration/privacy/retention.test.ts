import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noRetention, type RetentionDays } from "@/lib/domain/retention";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { applyRetention } from "@/lib/inbox/privacy/retention/apply";
import { previewRetention } from "@/lib/inbox/privacy/retention/preview";
import { saveRetention } from "@/lib/inbox/privacy/retention/save";
import { listMessages } from "@/lib/inbox/read/list-messages";
import { auditLog } from "@/lib/store/audit-log";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { erasures } from "@/lib/store/erasures";
import { messagesOf } from "@/lib/store/messages";
import { sessions } from "@/lib/store/sessions";
import { webhookEvents } from "@/lib/store/webhook-events";
import { mediaFolder, sendsIn, useMediaFolder } from "../media/support";
import { agent, customer, useStandIn } from "../outbound/stand-in";
import { whatsappBody, whatsappEcho, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { nextWorld, useWorld } from "../support/world";
import { admin, newPhone, threadOf } from "./support";

useWorld("retention");
useStandIn();
useMediaFolder();

const DAY = 24 * 60 * 60;
const seconds = () => Math.floor(Date.now() / 1000);
const keepFor = (days: Partial<RetentionDays>) => ({ ...noRetention.days, sessions: null, ...days });

async function preview(days: Partial<RetentionDays>) {
  const result = await previewRetention(admin, keepFor(days));
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

describe("how long things are kept", () => {
  test("is an admin's to say, audited with the days, and does nothing until it is said", async () => {
    await nextWorld("retention-said");
    expect(await saveRetention(agent, keepFor({ messages: 30 }))).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await previewRetention(agent, keepFor({}))).toMatchObject({ error: { code: "forbidden" } });
    expect(await applyRetention(Date.now())).toEqual({});
    await saveRetention(admin, keepFor({ messages: 30 }));
    const entries = await auditLog().where("action", "==", "settings.retention_changed").get();
    expect(entries.docs.map((row) => row.data().detail)).toEqual([{ messages: 30, sessions: null }]);
  });

  test("deletes messages by age; the list, the window and who waits stay right, and the rest loads", async () => {
    await nextWorld("retention-messages");
    const at = seconds();
    const [waId, silent] = [newPhone(), newPhone()];
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.old1", at - 40 * DAY, "old one", { waId })));
    await deliver("whatsapp", whatsappBody(whatsappEcho("wamid.old2", at - 39 * DAY, "old answer", waId)));
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.new1", at - 60, "new one", { waId })));
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.gone", at - 50 * DAY, "all gone", { waId: silent })),
    );
    const before = (await conversations().doc(threadOf(waId)).get()).data();
    const would = await preview({ messages: 30 });
    expect(would.messages).toMatchObject({
      count: 3,
      oldestAt: (at - 50 * DAY) * 1000,
      newestAt: (at - 39 * DAY) * 1000,
    });
    await saveRetention(admin, keepFor({ messages: 30 }));
    expect(await applyRetention(Date.now())).toEqual({ messages: 3 });
    const after = (await conversations().doc(threadOf(waId)).get()).data();
    expect(after).toMatchObject({
      lastMessage: { text: "new one" },
      unreadCount: 1,
      windowEndsAt: before?.windowEndsAt,
      waitingSince: before?.waitingSince,
    });
    expect((await conversations().doc(threadOf(silent)).get()).data()).toMatchObject({
      lastMessage: null,
      unreadCount: 0,
      isUnread: false,
    });
    const page = await listMessages({
      conversationId: threadOf(waId),
      cursor: null,
      limit: 50,
    });
    expect(JSON.stringify(page)).toContain("new one");
    expect((await messagesOf(threadOf(waId)).get()).docs.map((row) => row.data().text)).toEqual(["new one"]);
    expect(await applyRetention(Date.now())).toEqual({});
    const entries = await auditLog().where("action", "==", "settings.retention_applied").get();
    expect(entries.docs.map((row) => row.data().detail)).toEqual([{ messages: 3 }]);
    // What Meta still says of a message that is too old is about nothing.
    const again = await deliver("whatsapp", {
      ...whatsappBody(whatsappText("wamid.gone", at - 50 * DAY, "all gone", { waId: silent })),
      n: 1,
    });
    expect(again.items).toMatchObject([{ outcome: "ignored", error: "erased" }]);
  });

  test("drops files and keeps their messages, which say so", async () => {
    await nextWorld("retention-files");
    const { id, conversationId } = await customer("whatsapp");
    const message = await sendsIn({ id, conversationId }, { kind: "image" });
    const old = Date.now() - 100 * DAY * 1000;
    await messagesOf(conversationId).doc(message.id).update({ sentAt: old });
    expect((await preview({ media: 90 })).media).toMatchObject({ count: 1, oldestAt: old });
    await saveRetention(admin, keepFor({ media: 90 }));
    expect(await applyRetention(Date.now())).toEqual({ media: 1 });
    const kept = (await messagesOf(conversationId).doc(message.id).get()).data();
    expect(kept?.content).toMatchObject({
      media: [{ file: { state: "expired", failure: "dropped", key: null } }],
    });
    const files = readdirSync(mediaFolder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(files).toEqual([]);
    expect((await preview({ media: 90 })).media.count).toBe(0);
  });

  test("erases customers with whom nothing has happened, and no others", async () => {
    await nextWorld("retention-contacts");
    const at = seconds();
    const [quiet, lively] = [newPhone(), newPhone()];
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.q1", at - 400 * DAY, "long ago", { waId: quiet })),
    );
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.q2", at - 60, "just now", { waId: lively })));
    expect((await preview({ contacts: 365 })).contacts).toMatchObject({ count: 1, isMore: false });
    await saveRetention(admin, keepFor({ contacts: 365 }));
    expect(await applyRetention(Date.now())).toEqual({ contacts: 1 });
    for (let ahead = 0; ahead < 4; ahead += 1) await runJob("sweep-erasures", Date.now() + ahead * 70_000);
    expect((await erasures().get()).docs.map((row) => row.data().state)).toEqual(["done"]);
    expect((await contacts().get()).docs.map(({ id }) => id)).toEqual([`wa_${lively}`]);
  });

  test("deletes webhooks, ended sign-ins and audit entries of their age", async () => {
    await nextWorld("retention-rest");
    const waId = newPhone();
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.e1", seconds(), "hello", { waId })),
    );
    const now = Date.now() + 800 * DAY * 1000;
    const session = {
      id: "s1",
      uid: "u1",
      userAgent: "x",
      provider: "local" as const,
      createdAt: 1,
      lastSeenAt: 1,
      expiresAt: Date.now(),
    };
    await sessions()
      .doc("s1")
      .set(session as never);
    const days = keepFor({ webhookEvents: 30, sessions: 30, auditEntries: 365 });
    await saveRetention(admin, days);
    const would = await previewRetention(admin, days, now);
    expect(would).toMatchObject({
      data: { webhookEvents: { count: 1 }, sessions: { count: 1 }, auditEntries: { count: 1 } },
    });
    expect(await applyRetention(now)).toEqual({ webhookEvents: 1, sessions: 1, auditEntries: 1 });
    expect((await webhookEvents().doc(event.id).get()).exists).toBe(false);
    expect((await sessions().get()).empty).toBe(true);
  });
});
