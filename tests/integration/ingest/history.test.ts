import { describe, expect, it } from "vitest";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesOf } from "@/lib/store/messages";
import { whatsappBody, whatsappChange, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { ids, nextWorld, useWorld, whatsappChannelId } from "../support/world";

useWorld("history");

const waId = "4915166600001";
const threadId = `${whatsappChannelId}__wa_${waId}`;
const start = 1_790_000_000;
type Json = Record<string, unknown>;

const old = (id: string, at: number, from: string, more: Json): Json => ({
  from,
  id,
  timestamp: String(at),
  ...more,
});
const text = (body: string, status = "READ"): Json => ({
  type: "text",
  text: { body },
  history_context: { status },
});
const chunk = (phase: number, messages: Json[]): Json =>
  whatsappBody(
    whatsappChange(
      { history: [{ metadata: { phase, chunk_order: 1, progress: 50 }, threads: [{ id: waId, messages }] }] },
      "history",
    ),
  );
const image = { type: "image", image: { id: "71", mime_type: "image/jpeg", sha256: "eA==" } };
const laterMedia = whatsappBody(
  whatsappChange({ messages: [old("wamid.h3", start + 3, ids.displayPhone, image)] }, "history"),
);
const newest = chunk(0, [
  old("wamid.h4", start + 4, waId, text("fourth")),
  old("wamid.h3", start + 3, ids.displayPhone, {
    type: "media_placeholder",
    history_context: { status: "DELIVERED" },
  }),
]);
const oldest = chunk(1, [
  old("wamid.h1", start + 1, waId, text("first")),
  old("wamid.h2", start + 2, ids.displayPhone, text("second", "ERROR")),
]);
const live = whatsappBody(whatsappText("wamid.live", start + 90, "live", { waId }));

const messages = async () =>
  (await messagesOf(threadId).orderBy("sortKey").get()).docs.map((doc) => doc.data());

describe("the phone's history", () => {
  it("comes in its order, read, with no window but its own, and files in place of their placeholders", async () => {
    for (const body of [newest, oldest, laterMedia]) await deliver("whatsapp", body);
    expect(await messages()).toMatchObject([
      { text: "first", direction: "inbound", isHistory: true },
      { text: "second", direction: "outbound", status: "failed", author: { kind: "phone" } },
      { kind: "image", direction: "outbound", status: "delivered", isHistory: true },
      { text: "fourth" },
    ]);
    expect((await conversations().doc(threadId).get()).data()).toMatchObject({
      unreadCount: 0,
      isUnread: false,
      waitingSince: null,
      hasFailed: false,
      lastMessage: { text: "fourth" },
      windowEndsAt: (start + 4) * 1000 + 24 * 3600_000,
    });
    expect((await mediaDownloads().where("mediaId", "==", "71").get()).size).toBe(1);
  });

  it("is the same store in every order, twice over", async () => {
    const seen: unknown[] = [];
    for (const [n, order] of [
      [newest, oldest, laterMedia, live],
      [laterMedia, live, oldest, newest],
      [live, newest, laterMedia, oldest],
    ].entries()) {
      await nextWorld(`history-${n}`);
      for (const body of order) await deliver("whatsapp", body);
      for (const body of order) await deliver("whatsapp", `${JSON.stringify(body)} `);
      seen.push(await dumpStore());
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it("leaves a live message unread that it knew first", async () => {
    await nextWorld("history-live");
    await deliver("whatsapp", chunk(0, [old("wamid.live", start + 90, waId, text("live"))]));
    expect((await conversations().doc(threadId).get()).data()?.unreadCount).toBe(0);
    await deliver("whatsapp", live);
    await deliver("whatsapp", `${JSON.stringify(live)} `);
    expect((await conversations().doc(threadId).get()).data()).toMatchObject({
      unreadCount: 1,
      waitingSince: (start + 90) * 1000,
    });
    expect((await messages())[0]?.isHistory).toBeUndefined();
  });

  it("that the business does not share is a notice on the channel, once", async () => {
    const declined = whatsappBody(whatsappChange({ history: [{ errors: [{ code: 2593109 }] }] }, "history"));
    await deliver("whatsapp", declined);
    await deliver("whatsapp", `${JSON.stringify(declined)} `);
    const channel = (await channels().doc(whatsappChannelId).get()).data();
    expect(channel?.notices).toMatchObject([{ name: "history_declined", detail: null }]);
  });
});

describe("the phone's address book", () => {
  const entry = (name: string, action: string, at: number) =>
    whatsappBody(
      whatsappChange(
        {
          state_sync: [
            {
              type: "contact",
              action,
              contact: { full_name: name, phone_number: waId },
              metadata: { timestamp: String(at) },
            },
          ],
        },
        "smb_app_state_sync",
      ),
    );

  it("names a customer before their own name does, until they are taken out of it", async () => {
    const own = whatsappBody(whatsappText("wamid.own", start + 95, "hi", { waId, name: "xX_ana_Xx" }));
    await deliver("whatsapp", own);
    await deliver("whatsapp", entry("Ana from the bakery", "add", start + 20));
    await deliver("whatsapp", entry("Old name", "add", start + 10));
    const thread = async () => (await conversations().doc(threadId).get()).data();
    expect((await thread())?.contactName).toBe("Ana from the bakery");
    expect((await contacts().doc(`wa_${waId}`).get()).data()?.name).toBe("xX_ana_Xx");
    await deliver("whatsapp", entry("", "remove", start + 30));
    expect((await thread())?.contactName).toBe("xX_ana_Xx");
  });
});
