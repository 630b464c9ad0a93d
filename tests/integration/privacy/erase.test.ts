import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { runErasure } from "@/lib/inbox/privacy/erase/run";
import { startErasure } from "@/lib/inbox/privacy/erase/start";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { webhookEvents } from "@/lib/store/webhook-events";
import { mediaFolder, sendsIn, useMediaFolder } from "../media/support";
import { agent, customer, queueText, useStandIn } from "../outbound/stand-in";
import {
  fromCustomer,
  instagramBody,
  type PersonNames,
  whatsappBody,
  whatsappChange,
  whatsappReaction,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { instagramChannelId, useWorld } from "../support/world";
import { admin, contactOf, erase, newPhone, now, threadOf, tracesOf } from "./support";

useWorld("erase");
useStandIn();
useMediaFolder();

describe("erasing a person", () => {
  test("leaves no trace of them in the store or on the disk, and everything of others", async () => {
    const waId = newPhone();
    const person: PersonNames = { waId, bsuid: "DE.700100200", name: "Zebulon Quist" };
    const other: PersonNames = { waId: newPhone(), name: "Marianne Other" };
    const at = now();
    const both = whatsappBody(
      whatsappText("wamid.zeb1", at, "zebulon-secret-one", person),
      whatsappText("wamid.oth1", at, "marianne-stays", other),
    );
    const event = await deliver("whatsapp", both);
    await deliver(
      "whatsapp",
      whatsappBody(whatsappReaction("wamid.zeb2", at + 1, "wamid.unknown", "🦓", person)),
    );
    await deliver(
      "whatsapp",
      whatsappBody(whatsappStatus("wamid.zebnever", "read", at + 2, { recipient_id: waId })),
    );
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.zeb3", at + 3, "STOP", person)));
    await queueText(threadOf(waId), "zebulon-answer-not-sent");
    const done = await erase(`wa_${waId}`);
    expect(done).toMatchObject({ state: "done", subject: null, counts: { conversations: 1 } });
    expect(
      await tracesOf(...[waId, "DE.700100200", "Zebulon", "zebulon", "wamid.zeb", "wamid.unknown", "🦓"]),
    ).toEqual([]);
    const kept = [other.waId ?? "", "Marianne Other", "marianne-stays", "wamid.oth1"];
    expect(await tracesOf(...kept)).toEqual(kept);
    expect((await webhookEvents().doc(event.id).get()).data()).toMatchObject({
      state: "processed",
      items: event.items,
      erasedItems: [0],
    });
  });

  test("takes their files, thumbnails and uploads off the disk, captions and file names too", async () => {
    const { id, conversationId } = await customer("whatsapp", { name: "Quirin Filer" });
    await sendsIn({ id, conversationId }, { kind: "image", text: "quirin-caption" });
    await sendsIn({ id, conversationId }, { kind: "document", filename: "quirin-tax.pdf" });
    expect(readdirSync(mediaFolder, { recursive: true }).length).toBeGreaterThan(1);
    const done = await erase(await contactOf(conversationId));
    expect(done?.counts.files).toBe(2);
    const files = readdirSync(mediaFolder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    expect(files).toEqual([]);
    expect(await tracesOf("quirin", "Quirin")).toEqual([]);
  });

  test("reaches a person who was several contacts, on every name they had", async () => {
    const [first, second] = [newPhone(), newPhone()];
    const bsuid = "DE.700100201";
    const at = now();
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.mg1", at, "merge-one", { waId: first })));
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.mg2", at + 1, "merge-two", { bsuid })));
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.mg3", at + 2, "merge-three", { waId: first, bsuid })),
    );
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.mg4", at + 3, "merge-four", { waId: second, bsuid })),
    );
    expect(await erase(`wa_${bsuid}`)).toMatchObject({ state: "done" });
    expect(await tracesOf(first, second, bsuid, "merge-", "wamid.mg")).toEqual([]);
  });

  test("is only for admins, only for who is there, and only once at a time", async () => {
    const waId = newPhone();
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.once", now(), "hello", { waId })));
    const contactId = `wa_${waId}`;
    expect(await startErasure(agent, { contactId })).toMatchObject({ error: { code: "forbidden" } });
    expect(await startErasure(admin, { contactId: "wa_0000000" })).toMatchObject({
      error: { code: "not_found" },
    });
    const started = await startErasure(admin, { contactId });
    expect(await startErasure(admin, { contactId })).toMatchObject({ error: { code: "conflict" } });
    if (started.ok) await runErasure(started.data.id, { quietMs: 0 });
  });
});

describe("what comes after", () => {
  test("late news and repeated webhooks bring nothing back, and leave nothing behind", async () => {
    const waId = newPhone();
    const person: PersonNames = { waId, name: "Latecomer Lou" };
    const at = now();
    const first = whatsappText("wamid.late1", at, "lou-wrote-this", person);
    const stored = await deliver("whatsapp", whatsappBody(first));
    await erase(`wa_${waId}`);
    // The same message in another body, an old reaction, edit, status: what Meta may still send.
    const edit = {
      id: "wamid.late2",
      timestamp: String(at + 5),
      type: "edit",
      edit: {
        original_message_id: "wamid.late1",
        message: { id: "wamid.late1", type: "text", text: { body: "lou-edited" } },
      },
    };
    const late = [
      whatsappBody(first, whatsappText("wamid.lateother", at, "somebody-else", { waId: newPhone() })),
      whatsappBody(whatsappReaction("wamid.late3", at + 6, "wamid.late1", "👻", person)),
      whatsappBody(
        whatsappChange({
          contacts: [{ wa_id: waId, profile: { name: "Latecomer Lou" } }],
          messages: [{ from: waId, ...edit }],
        }),
      ),
      whatsappBody(whatsappStatus("wamid.late1", "read", at + 7, { recipient_id: waId })),
    ];
    for (const body of late) {
      const event = await deliver("whatsapp", body);
      expect(event.items[0]).toMatchObject({ outcome: "ignored", error: "erased" });
    }
    const again = await replayWebhookEvent(systemActor, stored.id);
    expect(again).toMatchObject({ ok: true, data: { event: { state: "ignored" } } });
    expect((await contacts().doc(`wa_${waId}`).get()).exists).toBe(false);
    expect(await tracesOf(waId, "Latecomer", "lou-", "wamid.late1", "👻", "somebody-else")).toEqual([
      "somebody-else",
    ]);
  });

  test("history and echoes of the phone from before do not bring it back either", async () => {
    const waId = newPhone();
    const at = now();
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.hist1", at, "hello", { waId })));
    await erase(`wa_${waId}`);
    const message = {
      id: "wamid.hist2",
      from: waId,
      timestamp: String(at - 50),
      type: "text",
      text: { body: "history-old" },
    };
    const history = [{ metadata: { phase: 0, progress: 10 }, threads: [{ id: waId, messages: [message] }] }];
    const event = await deliver("whatsapp", whatsappBody(whatsappChange({ history }, "history")));
    expect(event.items).toMatchObject([{ outcome: "ignored", error: "erased" }]);
    expect(await tracesOf("history-old", waId)).toEqual([]);
  });

  test("whoever writes again is a stranger with a fresh conversation, but gets no marketing they had refused", async () => {
    const waId = newPhone();
    const at = now();
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.again1", at, "STOP", { waId, name: "Olga Before" })),
    );
    await conversations()
      .doc(threadOf(waId))
      .update({ labels: ["vip"], assigneeId: "agent-1" });
    await erase(`wa_${waId}`);
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.again2", now() + 61, "hello again", { waId })),
    );
    const contact = (await contacts().doc(`wa_${waId}`).get()).data();
    expect(contact).toMatchObject({ name: null, marketingOptOut: { isOptedOut: true, at: at * 1000 } });
    expect((await conversations().doc(threadOf(waId)).get()).data()).toMatchObject({
      labels: [],
      assigneeId: null,
      unreadCount: 1,
      lastMessage: { text: "hello again" },
    });
    expect((await messagesOf(threadOf(waId)).get()).size).toBe(1);
  });

  test("works for Instagram as well", async () => {
    const igsid = "6677001122334455";
    const at = Date.now() - 5_000;
    const message = { message: { mid: "m_erase_one", text: "insta-secret" } };
    await deliver("instagram", instagramBody(fromCustomer(igsid, at, message)));
    await erase(`ig_${igsid}`);
    expect(await tracesOf("insta-secret", "m_erase_one", igsid)).toEqual([]);
    const event = await deliver("instagram", {
      ...instagramBody(fromCustomer(igsid, at, message)),
      again: 1,
    });
    expect(event.items).toMatchObject([{ outcome: "ignored", error: "erased" }]);
    expect((await conversations().doc(`${instagramChannelId}__ig_${igsid}`).get()).exists).toBe(false);
  });
});
