import { describe, expect, it } from "vitest";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { channels } from "@/lib/store/channels";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { updateEvent } from "@/lib/store/webhook-events";
import { loadFixture } from "@/tests/fixtures/webhooks/load";
import {
  fromCustomer,
  instagramBody,
  whatsappBody,
  whatsappChange,
  whatsappEcho,
  whatsappMessage,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { ids, instagramChannelId, nextWorld, useWorld, whatsappChannelId } from "../support/world";

useWorld("elsewhere");

const start = 1_790_000_000;
const waId = "4915155500001";
const threadId = `${whatsappChannelId}__wa_${waId}`;
const thread = async (id = threadId) => (await conversations().doc(id).get()).data();
type Body = Record<string, unknown>;

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

async function sameInEveryOrder(name: string, bodies: Body[], expected: object): Promise<void> {
  let first: unknown;
  for (const [n, order] of permutations(bodies).entries()) {
    await nextWorld(`${name}-${n}`);
    for (const body of order) await deliver("whatsapp", body);
    for (const body of order) await deliver("whatsapp", `${JSON.stringify(body)} `);
    expect(await thread()).toMatchObject(expected);
    const dump = await dumpStore();
    first ??= dump;
    expect(dump).toEqual(first);
  }
}

describe("an answer from the phone", () => {
  const one = whatsappBody(whatsappText("wamid.1", start + 1, "one", { waId }));
  const echo = whatsappBody(whatsappEcho("wamid.2", start + 2, "answered", waId));
  const three = whatsappBody(whatsappText("wamid.3", start + 3, "three", { waId }));

  it("ends unread and waiting for what came before it, in every order", async () => {
    await sameInEveryOrder("answered", [one, echo], { unreadCount: 0, isUnread: false, waitingSince: null });
  });

  it("leaves unread what came after it, in every order", async () => {
    const expected = { unreadCount: 1, isUnread: true, waitingSince: (start + 3) * 1000 };
    await sameInEveryOrder("later", [one, echo, three], expected);
  });

  it("can be edited and taken back on the phone, and that makes nothing read", async () => {
    await nextWorld("echo-changes");
    const change = (id: string, at: number, more: Body) =>
      whatsappBody(
        whatsappChange(
          { message_echoes: [{ from: ids.displayPhone, to: waId, id, timestamp: String(at), ...more }] },
          "smb_message_echoes",
        ),
      );
    const edit = {
      type: "edit",
      edit: { original_message_id: "wamid.2", message: { type: "text", text: { body: "better" } } },
    };
    const revoke = { type: "revoke", revoke: { original_message_id: "wamid.2" } };
    for (const body of [change("wamid.e", start + 5, edit), echo, three]) await deliver("whatsapp", body);
    await deliver("whatsapp", change("wamid.r", start + 6, revoke));
    const found = await messagesOf(threadId).where("direction", "==", "outbound").get();
    expect(found.docs.map((doc) => doc.data())).toMatchObject([
      { text: "better", edits: [{ text: "answered" }], revokedAt: (start + 6) * 1000 },
    ]);
    expect((await thread())?.unreadCount).toBe(1);
  });
});

describe("a customer who came from an ad", () => {
  const ad = whatsappBody(
    whatsappMessage(
      { waId },
      {
        id: "wamid.ad",
        timestamp: String(start),
        type: "text",
        text: { body: "From the ad" },
        referral: { source_type: "ad", source_id: "1", ctwa_clid: "x" },
      },
    ),
  );
  const answer = (at: number, id = "wamid.a") => whatsappBody(whatsappEcho(id, at, "Hello", waId));
  const hour = 3600;
  const endOf = (answeredAt: number) => (answeredAt + 72 * hour) * 1000;

  it("costs nothing for 72 hours from our first answer, in every order", async () => {
    const bodies = [ad, answer(start + hour), answer(start + 2 * hour, "wamid.b")];
    await sameInEveryOrder("free", bodies, { freeEntryEndsAt: endOf(start + hour) });
    expect((await thread())?.windowEndsAt).toBe((start + 24 * hour) * 1000);
  });

  it("costs as usual when the answer came after a day", async () => {
    await sameInEveryOrder("free-late", [ad, answer(start + 25 * hour)], { freeEntryEndsAt: null });
  });

  it("costs nothing until the moment that Meta names", async () => {
    const status = whatsappStatus("wamid.a", "delivered", start + hour + 1, {
      conversation: {
        id: "c",
        expiration_timestamp: String(start + 70 * hour),
        origin: { type: "referral_conversion" },
      },
    });
    await nextWorld("free-told");
    for (const body of [ad, answer(start + hour), whatsappBody(status)]) await deliver("whatsapp", body);
    expect((await thread())?.freeEntryEndsAt).toBe((start + 70 * hour) * 1000);
  });
});

describe("a thread that another app answers", () => {
  const igThread = `${instagramChannelId}__ig_8001`;
  const standby = (mid: string, at: number) => {
    const item = fromCustomer("8001", at, { message: { mid, text: "hello?" } });
    return {
      object: "instagram",
      entry: [{ id: ids.accountId, time: at, standby: [item] }],
    };
  };
  const hand = (event: Body, at: number) => instagramBody(fromCustomer("8001", at, event));
  const at = start * 1000;

  it("says so from what comes in standby, by the app's name when Meta tells it, until we have it back", async () => {
    await deliver("instagram", standby("m1", at));
    expect((await thread(igThread))?.handledBy).toBe("unknown");
    await deliver("instagram", hand({ take_thread_control: { new_owner_app_id: "4711" } }, at + 1000));
    expect((await thread(igThread))?.handledBy).toBe("4711");
    await deliver("instagram", standby("m2", at + 2000));
    expect((await thread(igThread))?.handledBy).toBe("4711");
    await deliver("instagram", hand({ pass_thread_control: { new_owner_app_id: "1" } }, at + 3000));
    await deliver("instagram", standby("m3", at + 2500));
    expect((await thread(igThread))?.handledBy).toBeNull();
    await deliver("instagram", hand({ request_thread_control: { requested_owner_app_id: "9" } }, at + 4000));
    expect((await thread(igThread))?.handledBy).toBeNull();
    const lines = (await messagesOf(igThread).orderBy("sortKey").get()).docs.flatMap((doc) => {
      const { content } = doc.data();
      return content.kind === "system" ? [content.event] : [];
    });
    expect(lines).toEqual(["control_theirs", "control_ours", "control_requested"]);
  });

  it("ends the same in every order", async () => {
    const field = (value: Body) => whatsappBody(whatsappChange(value, "messaging_handovers"));
    const contacts = [{ wa_id: waId }];
    const bodies = [
      field({ contacts, control_passed: { to: "agent" }, timestamp: String(start + 1) }),
      whatsappBody(
        whatsappChange(
          { messages: [{ from: waId, id: "wamid.s", timestamp: String(start + 2), type: "text", text: {} }] },
          "standby",
        ),
      ),
      field({ contacts, control_taken: { from: "agent" }, timestamp: String(start + 3) }),
    ];
    await sameInEveryOrder("control", bodies, { handledBy: null });
    await sameInEveryOrder("control-theirs", bodies.slice(0, 2), { handledBy: "agent" });
  });
});

describe("a call", () => {
  it("is one line in the thread, which says in the end that it was missed, in both orders", async () => {
    const call = (more: Body) =>
      whatsappBody(
        whatsappChange(
          { contacts: [{ wa_id: waId }], calls: [{ id: "wacid.1", from: waId, ...more }] },
          "calls",
        ),
      );
    const connect = call({ event: "connect", timestamp: String(start) });
    const end = call({ event: "terminate", status: "FAILED", timestamp: String(start) });
    await sameInEveryOrder("call", [connect, end], { unreadCount: 0 });
    const found = await messagesOf(threadId).get();
    expect(found.docs.map((doc) => doc.data().content)).toEqual([
      { kind: "system", event: "call_missed", body: null },
    ]);
  });
});

describe("news of the account", () => {
  const names = ["account-alert", "account-restricted", "phone-number-quality", "account-partner-added"];

  it("is kept on the channel, newest first, each once, in both orders", async () => {
    const kept: unknown[] = [];
    for (const order of [names, names.toReversed()]) {
      await nextWorld(`news-${kept.length}`);
      for (const name of order) await deliver("whatsapp", loadFixture(`whatsapp/${name}`));
      for (const name of order)
        await deliver("whatsapp", `${JSON.stringify(loadFixture(`whatsapp/${name}`))} `);
      kept.push((await channels().doc(whatsappChannelId).get()).data()?.notices);
    }
    expect(kept[0]).toHaveLength(4);
    expect(kept[1]).toEqual(kept[0]);
  });
});

describe("a replay of what was not understood before", () => {
  it("does now what the event says", async () => {
    await nextWorld("replay");
    const history = whatsappBody(
      whatsappChange(
        {
          history: [
            {
              threads: [
                {
                  id: waId,
                  messages: [
                    {
                      from: waId,
                      id: "wamid.h",
                      timestamp: String(start),
                      type: "text",
                      text: { body: "old" },
                    },
                  ],
                },
              ],
            },
          ],
        },
        "history",
      ),
    );
    const { id } = await deliver("whatsapp", history);
    const [message] = (await messagesOf(threadId).get()).docs;
    await nextWorld("replay-after");
    const again = await deliver("whatsapp", history);
    expect(again.id).toBe(id);
    await updateEvent(id, { state: "ignored", items: [] });
    expect(await replayWebhookEvent(systemActor, id)).toMatchObject({
      ok: true,
      data: { event: { state: "processed" } },
    });
    expect((await messagesOf(threadId).get()).docs.map((doc) => doc.id)).toEqual([message?.id]);
  });
});
