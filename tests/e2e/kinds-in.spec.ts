import { readFileSync } from "node:fs";
import { type Customer, newCustomer } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";

test("a picture keeps its place, opens large, turns by arrows and gives the focus back", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  await customer.does({ kind: "image", sample: "mug", caption: "The mug" });
  await customer.does({ kind: "image", sample: "vase" });
  const desk = await openFor(customer, await signIn());
  const pictures = desk.messages.getByRole("button", { name: /^Photo/ });
  await expect(pictures).toHaveCount(2);
  const first = pictures.first();
  await expect(first.getByRole("presentation")).toHaveJSProperty("complete", true);
  const [width, height] = await first
    .locator("img")
    .evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  expect((width ?? 0) / (height ?? 1)).toBeCloseTo(640 / 480, 1);
  const place = await first.boundingBox();
  expect((place?.width ?? 0) / (place?.height ?? 1)).toBeCloseTo(640 / 480, 1);

  await first.focus();
  await desk.page.keyboard.press("Enter");
  const box = desk.page.getByRole("dialog", { name: /^Photo/ });
  await expect(box.getByRole("status")).toHaveText("1 of 2");
  await desk.page.keyboard.press("ArrowRight");
  await expect(box.getByRole("status")).toHaveText("2 of 2");
  await desk.page.keyboard.press("ArrowLeft");
  await expect(box.getByRole("status")).toHaveText("1 of 2");
  await desk.page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(first).toBeFocused();
});

test("a voice note plays and is sought by keyboard", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.does({ kind: "voice" });
  const desk = await openFor(customer, await signIn());
  const note = desk.messages.getByRole("group", { name: /^Voice note/ });
  const position = note.getByRole("slider", { name: "Position" });
  await expect(position).toHaveAttribute("aria-valuetext", /^0:00 of 0:06/);
  await note.getByRole("button", { name: "Play" }).click();
  await expect(note.getByRole("button", { name: "Pause" })).toBeVisible();
  await note.getByRole("button", { name: "Pause" }).click();
  await position.focus();
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.press("ArrowRight");
  await desk.page.keyboard.press("ArrowRight");
  await expect(position).toHaveAttribute("aria-valuetext", /^0:0[2-6] of/);
  await note.getByRole("button", { name: /^Speed 1/ }).click();
  await expect(note.getByRole("button", { name: /^Speed 1\.5/ })).toBeVisible();
});

test("a video shows its controls and a moving sticker its picture", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.does({ kind: "video", caption: "On the wheel" });
  await customer.does({ kind: "sticker", sample: "wave", isAnimated: true });
  const desk = await openFor(customer, await signIn());
  await expect(desk.message("On the wheel").locator("video, button").first()).toBeVisible();
  const sticker = desk.messages.getByRole("img", { name: /^Sticker/ });
  await expect(sticker).toBeVisible();
  expect(await sticker.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

test("a document is saved under its own name, a contact as a card", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.does({ kind: "document", filename: "Offer March.pdf" });
  await customer.does({ kind: "contacts", name: "Lucie Dubois", phone: "+33 6 11 22 33 44" });
  await customer.does({
    kind: "contacts",
    name: "Own Number",
    phone: "+33 6 11 22 33 45",
    isOwnNumber: true,
  });
  const desk = await openFor(customer, await signIn());
  const saved = desk.page.waitForEvent("download");
  await desk.messages.getByRole("link", { name: "Download Offer March.pdf" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("Offer March.pdf");
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");

  const card = desk.page.waitForEvent("download");
  await desk.messages.getByRole("button", { name: "Save Lucie Dubois as contact" }).click();
  const vcard = readFileSync(await (await card).path(), "utf8");
  expect(vcard).toContain("FN:Lucie Dubois");
  expect(vcard).toContain("+33 6 11 22 33 44");
  const own = desk.messages.getByRole("group", { name: "Own Number" });
  await expect(own).toContainText("Own number, confirmed by WhatsApp");
});

test("a tap shows its title and quotes what it answered", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const past = await customer.does({
    kind: "business_phone",
    text: "When shall we deliver?",
  });
  await customer.says("In the morning", { replyTo: past.providerMessageId });
  const asked = await newCustomer("whatsapp");
  await asked.says("Hello");
  const desk = await openFor(asked, await signIn());
  await desk.more("Reply buttons");
  const dialog = desk.page.getByRole("dialog", { name: "Reply buttons" });
  await dialog.getByLabel("Text", { exact: true }).fill("When shall we come?");
  await dialog.getByRole("textbox", { name: "Button 1" }).fill("Morning");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await asked.shown()).map(({ text }) => text))
    .toContain("When shall we come?");
  const question = (await asked.shown()).at(-1);
  await asked.does({ kind: "tap", messageId: question?.providerMessageId, optionId: "Morning" });
  const tap = desk.message("Tapped: Morning");
  await expect(tap).toContainText("Tapped a button");
  await expect(tap.getByRole("button", { name: /When shall we come\?/ })).toBeVisible();

  await desk.openInbox();
  await desk.open(customer);
  const answer = desk.message("In the morning");
  await expect(answer.getByRole("button", { name: /When shall we deliver\?/ })).toBeVisible();
});

test("a form is readable, forwarding, ad and calls are told, and the unsupported says why", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("I saw your advert", {
    referral: {
      source_type: "ad",
      source_id: "1202",
      source_url: "https://fb.me/spring",
      headline: "New mugs",
      body: "Write to us",
    },
  });
  await customer.does({ kind: "form", payload: { flow_token: "x", full_name: "Mateus Lima", size: "M" } });
  await customer.says("Pass it on", { forwarded: "many" });
  await customer.does({ kind: "call" });
  await customer.does({ kind: "call_permission" });
  await customer.does({ kind: "identity_changed" });
  await customer.does({ kind: "unsupported", reason: "poll_creation" });
  await customer.does({ kind: "unsupported", code: 131060 });
  const { messages } = await openFor(customer, await signIn());
  await expect(messages.getByText("New mugs")).toBeVisible();
  const form = messages.getByRole("group", { name: /^Filled in/ });
  await expect(form.getByRole("term").first()).toContainText(/full name/i);
  await expect(form.getByRole("definition").first()).toHaveText("Mateus Lima");
  await expect(messages.getByText("Forwarded many times")).toBeVisible();
  await expect(messages.getByText("A missed call")).toBeVisible();
  await expect(messages.getByText("The customer allowed calls.")).toBeVisible();
  await expect(messages.getByText(/security code changed/)).toBeVisible();
  await expect(messages.getByText("The customer sent a poll.")).toBeVisible();
  await expect(messages.getByText(/first message of this conversation is only on the phone/)).toBeVisible();
});

test("an edit keeps its history and a removed message is kept for the record", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const typo = await customer.says("Meet at fife");
  await customer.does({ kind: "edit", messageId: typo.providerMessageId, text: "Meet at five" });
  const regret = await customer.says("Regret");
  await customer.does({ kind: "revoke", messageId: regret.providerMessageId });
  const desk = await openFor(customer, await signIn());
  const edited = desk.message("Meet at five");
  await edited.getByRole("button", { name: /^edited/ }).click();
  await expect(desk.page.getByText("Meet at fife")).toBeVisible();
  await expect(desk.messages.getByText("The customer removed this message")).toBeVisible();
});

test("Instagram's stories, shares, albums and hearts show what came with them", async ({ signIn }) => {
  const customer = await newCustomer("instagram");
  await customer.does({ kind: "story_reply", text: "Is this colour back?", sample: "shelf" });
  await customer.does({ kind: "story_mention", sample: "mug" });
  await customer.does({ kind: "share", sample: "vase", text: "New this week" });
  await customer.does({ kind: "share", source: "reel", sample: "wheel" });
  await customer.does({ kind: "album", samples: ["mug", "bowl", "glazes"] });
  await customer.does({ kind: "like_heart" });
  await customer.does({ kind: "unsupported", reason: "ephemeral" });
  const tall = { viewport: { width: 1280, height: 3200 } };
  const { messages } = await openFor(customer, await signIn("agent", tall));
  await expect(messages.getByText("Mentioned you in their story")).toBeVisible();
  await expect(messages.getByText("Shared a post")).toBeVisible();
  await expect(messages.getByText("Shared a reel")).toBeVisible();
  await expect(messages.getByRole("button", { name: /^Photo \d of 3/ })).toHaveCount(3);
  await expect(messages.getByText("The customer sent something to be seen once.")).toBeVisible();
  await expect(messages.getByText("Is this colour back?")).toBeVisible();
});

async function openFor(customer: Customer, desk: Desk): Promise<Desk> {
  await desk.openInbox();
  await desk.open(customer);
  return desk;
}
