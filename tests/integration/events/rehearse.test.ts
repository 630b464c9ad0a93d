import { describe, expect, it } from "vitest";
import { verdictOf } from "@/lib/domain/rehearsal";
import { receiveWebhook } from "@/lib/inbox/ingest/receive";
import { rehearseWebhookEvent } from "@/lib/inbox/ingest/rehearse-event";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { db } from "@/lib/store/firestore";
import { eventsWithoutBody, updateEvent } from "@/lib/store/webhook-events";
import { allFixtures } from "@/tests/fixtures/webhooks/load";
import { got } from "../auth/support/people";
import { whatsappBody, whatsappMessage, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { dumpEverything } from "../support/dump-everything";
import { useWorld, whatsappChannelId } from "../support/world";

useWorld("rehearse");

type Channel = "whatsapp" | "instagram";
const now = 1_795_000_600_000;
const eve = { waId: "4915100000900", name: "Eve" };
const thread = `${whatsappChannelId}__wa_${eve.waId}`;

/** A stored event that nobody has processed, as after a failure. */
async function leave(channel: Channel, body: unknown, receivedAt = now): Promise<string> {
  const rawBody = Buffer.from(JSON.stringify(body));
  const { id } = await receiveWebhook({ channel, rawBody, headers: new Headers(), receivedAt });
  await updateEvent(id, { state: "failed", dueAt: null });
  return id;
}

const rehearsed = async (id: string) => got(await rehearseWebhookEvent(systemActor, id, now));

describe("a dry run", () => {
  it("tells what would be made and changed, in which thread, by the names of fields, and does none of it", async () => {
    const id = await leave(
      "whatsapp",
      whatsappBody(whatsappText("wamid.D1", 1_795_000_000, "Tell nobody", eve)),
    );
    const before = await dumpEverything();
    const plan = await rehearsed(id);
    expect(await dumpEverything()).toEqual(before);
    expect(verdictOf(plan)).toBe("applied");
    expect(plan.items).toEqual([{ index: 0, kind: "message.text", outcome: "applied", error: null }]);
    const kinds = plan.documents.map(({ kind, change }) => `${kind} ${change}`).sort();
    expect(kinds).toEqual([
      "contact created",
      "conversation created",
      "identity created",
      "message created",
      "provider_message created",
    ]);
    expect(plan.documents.find(({ kind }) => kind === "message")).toMatchObject({
      conversationId: thread,
      fields: expect.arrayContaining(["text", "content", "sentAt"]),
    });
    expect(JSON.stringify(plan)).not.toMatch(/Tell nobody|Eve/);

    expect(got(await replayWebhookEvent(systemActor, id)).became).toBe("applied");
    expect(verdictOf(await rehearsed(id))).toBe("unchanged");
  });

  it("tells that something would go out or be fetched, and neither happens", async () => {
    const stop = await leave("whatsapp", whatsappBody(whatsappText("wamid.D2", 1_795_000_500, "STOP", eve)));
    const image = {
      id: "wamid.D3",
      timestamp: "1795000501",
      type: "image",
      image: { id: "9001", mime_type: "image/jpeg" },
    };
    const picture = await leave("whatsapp", whatsappBody(whatsappMessage(eve, image)));
    const before = await dumpEverything();
    expect(await rehearsed(stop)).toMatchObject({ sends: 1, downloads: 0 });
    expect(await rehearsed(picture)).toMatchObject({ sends: 0, downloads: 1 });
    expect(await dumpEverything()).toEqual(before);
    expect((await db().collection("outbox").get()).size).toBe(0);
  });

  it("keeps what fails to its own item, and says why", async () => {
    const broken = db().collection("conversations").doc(thread);
    const good = (await broken.get()).data() ?? {};
    await broken.set({ ...good, unreadCount: "many" });
    const other = whatsappText("wamid.D5", 1_795_000_502, "fine", { waId: "4915100000901", name: "Fay" });
    const id = await leave(
      "whatsapp",
      whatsappBody(whatsappText("wamid.D4", 1_795_000_502, "bad", eve), other),
    );
    const plan = await rehearsed(id);
    await broken.set(good);
    expect(plan.items.map(({ outcome, error }) => [outcome, error])).toEqual([
      ["failed", "internal_ZodError"],
      ["applied", null],
    ]);
    expect(verdictOf(plan)).toBe("failing");
    expect(plan.documents.some(({ conversationId }) => conversationId === thread)).toBe(false);
    expect(plan.documents.some(({ conversationId }) => conversationId?.includes("4915100000901"))).toBe(true);
  });

  it("is refused for an unknown event, and for who may not replay", async () => {
    expect(await rehearseWebhookEvent(systemActor, "wa_x")).toMatchObject({ error: { code: "not_found" } });
    const agent = { kind: "member", id: "a", name: "a", role: "agent" } as const;
    const [some] = (await eventsWithoutBody().limit(1).get()).docs;
    expect(await rehearseWebhookEvent(agent, some?.id ?? "")).toMatchObject({ error: { code: "forbidden" } });
  });
});

describe("a dry run of every body", () => {
  const fixtures = allFixtures();
  it("says for each item what processing then does, and nothing once that is done", async () => {
    for (const { name, channel, body } of fixtures) {
      const plan = await rehearsed(
        await leave(channel, { ...(body as object), rehearsed: true }, Date.now()),
      );
      const event = await deliver(channel, body);
      expect(plan.items, name).toEqual(event.items);
      const again = await rehearsed(event.id);
      expect({ name, documents: again.documents }).toEqual({ name, documents: [] });
    }
  }, 120_000);
});
