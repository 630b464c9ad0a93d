import { describe, expect, it } from "vitest";
import { channelClient } from "@/lib/channels/client";
import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { isSignatureValid } from "@/lib/channels/signature";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import {
  accountId,
  appSecret,
  instagramToken,
  pageId,
  phoneNumberId,
  useMeta,
  wabaId,
  whatsAppToken,
} from "./support/use-meta";

const meta = useMeta();
const whatsApp = (token = whatsAppToken) =>
  channelClient({ type: "whatsapp", baseUrl: meta.url(), version: "v26.0", token, phoneNumberId, wabaId });
const instagram = () =>
  channelClient({
    type: "instagram",
    baseUrl: meta.url(),
    version: "v26.0",
    token: instagramToken,
    accountId,
    pageId,
  });
const nobody = { waId: null, bsuid: null, igsid: null };
const text = (body: string) => ({
  content: { kind: "text" as const, text: body },
  replyToProviderMessageId: null,
  callbackData: "row-1",
});

describe("Parley's own WhatsApp client", () => {
  it("reaches a phone, a username-only customer and the marks of what they wrote", async () => {
    const amara = await meta.customer({ phone: "2348012345678" });
    const noor = await meta.customer({ username: "noor", lastWroteAgoMs: 1 });
    const { json } = await meta.sim("POST", `/sim/customers/${amara.id}/messages`, {
      kind: "text",
      text: "hello",
    });
    const toPhone = await whatsApp().sendMessage({
      to: { ...nobody, waId: amara.waId, bsuid: amara.bsuid },
      ...text("a"),
    });
    const toBsuid = await whatsApp().sendMessage({ to: { ...nobody, bsuid: noor.bsuid }, ...text("b") });
    expect(toPhone).toMatchObject({ ok: true, data: { contactIds: { waId: amara.waId } } });
    expect(toBsuid).toMatchObject({ ok: true, data: { contactIds: { waId: null, bsuid: noor.bsuid } } });
    const read = await whatsApp().markRead(json.providerMessageId, { isTyping: true, recipientId: null });
    expect(read).toMatchObject({ ok: true });
    expect((await meta.phoneOf(amara)).items).toMatchObject([
      { readByBusinessAt: expect.any(Number) },
      { callbackData: "row-1" },
    ]);
  });

  it("pages templates, reads the number's health and the token", async () => {
    const first = await whatsApp().listTemplates({ limit: 12, after: null });
    if (!first.ok) throw new Error(first.failure.message);
    const second = await whatsApp().listTemplates({ limit: 12, after: first.data.nextCursor });
    expect(second).toMatchObject({ ok: true, data: { items: { length: 8 }, nextCursor: null } });
    expect(await whatsApp().readHealth()).toMatchObject({ ok: true, data: { quality: "GREEN" } });
    expect(await whatsApp().debugToken()).toMatchObject({
      ok: true,
      data: { isValid: true, expiresAt: null },
    });
    expect(await whatsApp().subscribeApp()).toMatchObject({ ok: true });
  });

  it("tells a refusal, an answer that never came and a token that is none apart", async () => {
    await meta.customer({ phone: "2348012345678", lastWroteAgoMs: 1 });
    const to = { ...nobody, waId: "2348012345678" };
    const long = await whatsApp().sendMessage({ to, ...text("x".repeat(4097)) });
    expect(long).toMatchObject({ ok: false, failure: { outcome: "rejected", code: 100, httpStatus: 400 } });
    const expired = await whatsApp("old").sendMessage({ to, ...text("x") });
    expect(expired).toMatchObject({ ok: false, failure: { outcome: "rejected", code: 190 } });
    await meta.sim("POST", "/sim/faults", { kind: "drop_after_accept" });
    expect(await whatsApp().sendMessage({ to, ...text("x") })).toMatchObject({
      ok: false,
      failure: { outcome: "unknown" },
    });
  });
});

describe("Parley's own Instagram client", () => {
  it("sends, marks seen, reads profiles and their refusals", async () => {
    const lea = await meta.customer({
      channel: "instagram",
      name: "Léa",
      username: "lea",
      lastWroteAgoMs: 1,
    });
    const shy = await meta.customer({ channel: "instagram", profile: "needs_consent" });
    const bot = await meta.customer({ channel: "instagram", profile: "unknown", lastWroteAgoMs: 1 });
    const sent = await instagram().sendMessage({ to: { ...nobody, igsid: lea.igsid }, ...text("salut") });
    expect(sent).toMatchObject({
      ok: true,
      data: { providerMessageId: (await meta.phoneOf(lea)).items[0]?.providerMessageId },
    });
    expect(await instagram().markRead("", { isTyping: false, recipientId: lea.igsid })).toMatchObject({
      ok: true,
    });
    expect(await instagram().fetchProfile(lea.igsid ?? "")).toMatchObject({
      state: "ready",
      name: "Léa",
      username: "lea",
    });
    expect(await instagram().fetchProfile(shy.igsid ?? "")).toMatchObject({ state: "denied" });
    expect(await instagram().fetchProfile(bot.igsid ?? "")).toMatchObject({ state: "unknown" });
    expect(await instagram().readHealth()).toMatchObject({ ok: true, data: { username: "parley.demo" } });
    expect(await instagram().subscribeApp()).toMatchObject({ ok: true });
  });
});

describe("what a customer does", () => {
  it.each([
    ["text", "text"],
    ["image", "image"],
    ["video", "video"],
    ["audio", "audio"],
    ["voice", "audio"],
    ["document", "document"],
    ["sticker", "sticker"],
    ["location", "location"],
    ["contacts", "contacts"],
    ["order", "order"],
    ["form", "form"],
    ["unsupported", "unsupported"],
    ["call_permission", "system"],
    ["identity_changed", "system"],
  ])("on WhatsApp, %s, is read by Parley as %s", async (kind, expected) => {
    const customer = await meta.customer({ phone: "2348012345678" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind, text: "x" });
    await meta.flush();
    const [webhook] = meta.app().received;
    expect(parseWhatsAppBody(webhook?.body).map((item) => item.kind)).toEqual([`message.${expected}`]);
    const header = String(webhook?.headers["x-hub-signature-256"]);
    expect(isSignatureValid(Buffer.from(webhook?.text ?? ""), header, ["rotated", appSecret])).toBe(true);
  });

  it.each([
    ["text", "text"],
    ["image", "image"],
    ["album", "image"],
    ["video", "video"],
    ["voice", "audio"],
    ["document", "document"],
    ["like_heart", "sticker"],
    ["story_reply", "text"],
    ["story_mention", "story_mention"],
    ["share", "share"],
    ["postback", "tap"],
    ["unsupported", "unsupported"],
  ])("on Instagram, %s, is read by Parley as %s", async (kind, expected) => {
    const customer = await meta.customer({ channel: "instagram" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind, text: "x" });
    await meta.flush();
    const items = meta.app().received.flatMap((row) => parseInstagramBody(row.body));
    expect(items.map((item) => item.kind)).toEqual([`message.${expected}`]);
  });
});
