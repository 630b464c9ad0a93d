import { expect, test } from "vitest";
import { fieldName, readAnswer } from "@/components/thread/body/form-answers";
import { unsupportedReason } from "@/components/thread/body/unsupported-reason";
import { vcardOf } from "@/components/thread/body/vcard";
import { picturesOf } from "@/components/thread/lightbox/pictures-of";
import { fit, MAX_SCALE, panned, zoomed } from "@/components/thread/lightbox/zoom";
import { frameSize } from "@/components/thread/media/frame-size";
import { sayDuration } from "@/components/thread/media/say-duration";
import { saySize } from "@/components/thread/media/say-size";
import { systemNotice } from "@/components/thread/system-notice";
import messages from "@/messages/en";
import { sampleContents, sampleMedia, sampleMessage, sampleText } from "./support/sample-messages";

const stage = { width: 800, height: 600 };

test("the place of a picture has its shape, within the bubble, and is never larger than the picture", () => {
  expect(frameSize({ width: 1600, height: 1200 })).toEqual({ width: 320, height: 240 });
  expect(frameSize({ width: 900, height: 1900 })).toEqual({ width: 180, height: 380 });
  expect(frameSize({ width: 200, height: 100 })).toEqual({ width: 200, height: 100 });
  expect(frameSize({ width: 4000, height: 40 })).toEqual({ width: 320, height: 96 });
  expect(frameSize({ width: null, height: null })).toEqual(frameSize(undefined));
});

test("lengths and sizes are said as phones say them", () => {
  expect([0, 900, 42_000, 725_000, 3_723_000].map(sayDuration)).toEqual([
    "0:00",
    "0:01",
    "0:42",
    "12:05",
    "1:02:03",
  ]);
  expect([840, 12_300, 3_440_000, 250_000_000].map((size) => saySize(size, "en"))).toEqual([
    "840 bytes",
    "12 kB",
    "3.4 MB",
    "250 MB",
  ]);
});

test("zooming keeps the point under the pointer in its place, and stops at its limits", () => {
  const near = zoomed(fit, 2, { x: 100, y: 50 }, stage);
  expect(near).toEqual({ scale: 2, x: -100, y: -50 });
  expect(zoomed(near, 0.1, { x: 0, y: 0 }, stage)).toEqual(fit);
  expect(zoomed(fit, 100, { x: 0, y: 0 }, stage).scale).toBe(MAX_SCALE);
});

test("a picture is never moved past its edge, nor at all while it fits", () => {
  expect(panned(fit, { x: 50, y: 50 }, stage)).toEqual(fit);
  expect(panned({ scale: 2, x: 0, y: 0 }, { x: 5000, y: -5000 }, stage)).toEqual({
    scale: 2,
    x: 400,
    y: -300,
  });
});

test("the lightbox turns through the pictures that are here, stories too, and skips what was removed", () => {
  const at = (id: string, message: ReturnType<typeof sampleMessage>) => ({ ...message, id });
  const story = { id: "1", url: null, media: sampleMedia() };
  const replyTo = { providerMessageId: null, messageId: null, product: null, story };
  const thread = [
    at("a", sampleMessage(sampleContents.album)),
    at("b", sampleMessage(sampleContents.video)),
    at("c", sampleText("nice", { replyTo })),
    at("d", sampleMessage(sampleContents.image, { revokedAt: 1 })),
    at("e", sampleMessage({ kind: "image", media: [sampleMedia({ state: "pending" })] })),
    at("f", sampleMessage(sampleContents.image, { version: 0 })),
    at("g", sampleMessage(sampleContents.storyMention)),
  ];
  const refs = (askedId?: string) =>
    picturesOf(thread, askedId).map(({ message, slot }) => message.id + slot);
  expect(refs()).toEqual(["a0", "a1", "a2", "cstory", "g0"]);
  expect(refs("d")).toContain("d0");
});

test("a card becomes a vCard that keeps commas and line breaks, or the sender's own", () => {
  const card = {
    name: "Mensah, Kofi",
    company: "A; B",
    phones: [
      { phone: "+1 415", waId: null, type: "WORK" },
      { phone: null, waId: "233200000000", type: null },
    ],
    emails: ["k@example.com\nBCC: x"],
    vcard: null,
    origin: null,
  };
  expect(vcardOf(card).split("\r\n")).toEqual([
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:;Mensah\\, Kofi;;;",
    "FN:Mensah\\, Kofi",
    "ORG:A\\; B",
    "TEL;TYPE=WORK:+1 415",
    "TEL;TYPE=CELL:+233200000000",
    "EMAIL:k@example.com\\nBCC: x",
    "END:VCARD",
    "",
  ]);
  const own = "BEGIN:VCARD\nVERSION:3.0\nFN:K\nEND:VCARD";
  expect(vcardOf({ ...card, vcard: own })).toBe(own);
});

test("fields of forms are named for people", () => {
  expect(["screen_0_First_Name_0", "in_pin_code", "deliveryDay", "__"].map(fieldName)).toEqual([
    "First name",
    "In pin code",
    "Delivery day",
    "__",
  ]);
});

test("an answer that only looks like JSON stays as it was typed", () => {
  expect(readAnswer("{not json")).toEqual({ type: "words", text: "{not json" });
  expect(readAnswer("00123")).toEqual({ type: "words", text: "00123" });
  expect(readAnswer('["a",{"b":null}]')).toEqual({
    type: "list",
    items: [
      { type: "words", text: "a" },
      { type: "fields", entries: [["b", { type: "words", text: "" }]] },
    ],
  });
});

test("everything Meta cannot hand over has its own honest words", () => {
  const types = [
    ...[
      "errors",
      "gif",
      "group_invite",
      "hsm",
      "image",
      "interactive",
      "keep_in_chat",
      "link_preview",
      "list",
    ],
    ...[
      "location",
      "media_placeholder",
      "order",
      "pin",
      "poll_creation",
      "poll_update",
      "product",
      "reaction",
    ],
    ...["edit", "ephemeral", "never heard of", null],
  ];
  const reasons = [...types.map((type) => unsupportedReason(type, 131051)), unsupportedReason(null, 131060)];
  for (const reason of reasons) expect(messages.thread.unsupported, reason).toHaveProperty([reason, "what"]);
  expect(unsupportedReason("poll_creation", 131060)).toBe("first");
  expect(unsupportedReason("never heard of", null)).toBe("named");
  expect(unsupportedReason("toString", null)).toBe("named");
});

test("notices say what happened in our words, and keep Meta's for what is not known", () => {
  const notice = (event: string, body: string | null) =>
    systemNotice({ content: { kind: "system", event, body }, text: null });
  expect(notice("user_changed_number", "A changed")).toMatchObject({ key: "numberChanged", words: null });
  expect(notice("user_changed_user_id", "x")).toMatchObject({ key: "userIdChanged" });
  expect(notice("customer_identity_changed", null)).toMatchObject({ key: "identityChanged" });
  expect(notice("call_permission_reply", "accept")).toMatchObject({ key: "callsAllowed", words: null });
  expect(notice("missed_call", null)).toMatchObject({ key: "callMissed" });
  expect(notice("something_new", "It happened")).toMatchObject({ key: null, words: "It happened" });
  expect(notice("something_new", null)).toMatchObject({ key: "unknown" });
  for (const key of ["numberChanged", "numberChangedFromTo", "userIdChanged", "callMissed", "unknown"]) {
    expect(messages.thread.system).toHaveProperty(key);
  }
});
