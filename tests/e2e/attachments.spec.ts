import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { newCustomer } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";

const picture = (format: "jpeg" | "webp" = "jpeg", background = "teal") =>
  sharp({ create: { width: 320, height: 200, channels: 3, background } })
    [format]()
    .toBuffer();

const tray = (desk: Desk): Locator => desk.page.getByRole("list", { name: "Files to send" });
const choose = (desk: Desk, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  desk.page.getByLabel("Choose files").setInputFiles(files);

/** Gives the page files as a drop or a paste would. */
async function hand(desk: Desk, how: "drop" | "paste", bytes: Buffer, name: string, type: string) {
  const transfer = await desk.page.evaluateHandle(
    ({ base64, name, type }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([content], name, { type }));
      return data;
    },
    { base64: bytes.toString("base64"), name, type },
  );
  if (how === "drop") {
    await desk.messages.dispatchEvent("dragover", { dataTransfer: transfer });
    await expect(desk.page.getByText("Drop the files here to attach them")).toBeVisible();
    await desk.messages.dispatchEvent("drop", { dataTransfer: transfer });
    return;
  }
  await desk.composer.evaluate((field, clipboardData) => {
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
}

test("files are picked, dropped and pasted, and go out in order with the text as caption", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Send me everything");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await choose(desk, [{ name: "first.jpg", mimeType: "image/jpeg", buffer: await picture() }]);
  await hand(desk, "drop", await picture("webp", "red"), "second.webp", "image/webp");
  await hand(desk, "paste", Buffer.from("Tea;3"), "prices.csv", "text/csv");

  await expect(tray(desk).getByRole("listitem")).toHaveCount(3);
  await expect(tray(desk).getByRole("listitem", { name: "second.webp" })).toContainText(
    "does not take this format",
  );
  await desk.composer.fill("As you asked");
  await desk.composer.press("Enter");

  await expect(tray(desk)).toBeHidden();
  await expect(desk.messages.getByText("As you asked")).toBeVisible();
  await expect
    .poll(() => customer.received())
    .toEqual([
      { kind: "image", text: "As you asked" },
      { kind: "image", text: null },
      { kind: "document", text: null },
    ]);
});

test("a file the channel does not take is explained before it is uploaded, and the rest still goes", async ({
  signIn,
}) => {
  const customer = await newCustomer("instagram");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  const uploads: string[] = [];
  desk.page.on("request", (request) => {
    if (request.url().includes("/api/inbox/uploads")) uploads.push(request.method());
  });
  await choose(desk, [
    { name: "table.xlsx", mimeType: "", buffer: Buffer.from("x") },
    { name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(9 * 1024 * 1024) },
  ]);
  await expect(tray(desk).getByRole("listitem", { name: "table.xlsx" })).toContainText(
    "Instagram does not take this type of file",
  );
  await expect(tray(desk).getByRole("listitem", { name: "large.png" })).toContainText(
    "8 MB at most on Instagram",
  );
  expect(uploads).toEqual([]);
  await choose(desk, [{ name: "fine.jpg", mimeType: "image/jpeg", buffer: await picture() }]);
  await desk.composer.fill("Here it is");
  await desk.page.getByRole("button", { name: "Send", exact: false }).last().click();
  await expect
    .poll(() => customer.received())
    .toEqual([
      { kind: "image", text: null },
      { kind: "text", text: "Here it is" },
    ]);
  await desk.page.getByRole("button", { name: "Remove table.xlsx" }).click();
  await desk.page.getByRole("button", { name: "Remove large.png" }).click();
  await expect(tray(desk)).toBeHidden();
});

test("a chosen file stays with its conversation, and can be taken out again", async ({ signIn }) => {
  const [one, other] = [await newCustomer("whatsapp"), await newCustomer("whatsapp")];
  await one.says("First here");
  await other.says("Second here");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(one);
  await choose(desk, [{ name: "kept.jpg", mimeType: "image/jpeg", buffer: await picture() }]);
  await expect(tray(desk).getByRole("listitem", { name: "kept.jpg" })).toBeVisible();
  await desk.open(other);
  await expect(desk.messages.getByText("Second here")).toBeVisible();
  await expect(tray(desk)).toBeHidden();
  await desk.open(one);
  await expect(tray(desk).getByRole("listitem", { name: "kept.jpg" })).toBeVisible();
  const removed = desk.page.waitForResponse((response) => response.request().method() === "DELETE");
  await desk.page.getByRole("button", { name: "Remove kept.jpg" }).click();
  expect((await removed).status()).toBe(200);
  await expect(tray(desk)).toBeHidden();
});

test("an upload can be stopped, and one that broke is tried again and sent", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  const uploads = "**/api/inbox/uploads?**";
  await desk.page.route(uploads, () => undefined);
  await choose(desk, [{ name: "slow.jpg", mimeType: "image/jpeg", buffer: await picture() }]);
  await expect(desk.page.getByRole("progressbar", { name: "Uploading slow.jpg" })).toBeVisible();
  const stopped = desk.page.waitForEvent("requestfailed");
  await desk.page.getByRole("button", { name: "Remove slow.jpg" }).click();
  expect((await stopped).url()).toContain("slow.jpg");
  await expect(tray(desk)).toBeHidden();

  await desk.page.unroute(uploads);
  await desk.page.route(uploads, (route) => route.abort(), { times: 1 });
  await choose(desk, [{ name: "again.jpg", mimeType: "image/jpeg", buffer: await picture() }]);
  await desk.page.getByRole("button", { name: "Try again: again.jpg" }).click();
  await desk.composer.fill("At last");
  await desk.composer.press("Enter");
  await expect.poll(() => customer.received()).toEqual([{ kind: "image", text: "At last" }]);
});

test("a voice note is recorded, listened to and arrives as one", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Call me");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Record a voice note" }).click();
  const recorder = desk.page.getByRole("group", { name: "Voice note" });
  await expect(recorder.getByRole("timer")).toHaveText("0:01");
  const bar = recorder.getByRole("img", { name: "Loudness" }).locator("span");
  await expect
    .poll(() => bar.evaluate((one) => Number(/[\d.]+/.exec(one.style.transform)?.[0] ?? 0) > 0.02))
    .toBe(true);
  await recorder.getByRole("button", { name: "Pause" }).click();
  await recorder.getByRole("button", { name: "Go on" }).click();
  await recorder.getByRole("button", { name: "Stop" }).click();
  await expect(recorder.getByLabel("Your voice note")).toBeVisible();
  await recorder.getByRole("button", { name: "Send" }).click();
  await expect(recorder).toBeHidden();
  await expect.poll(() => customer.received()).toEqual([{ kind: "audio", text: null }]);
  await expect(desk.messages.getByRole("button", { name: "Play" })).toBeVisible();
});

test("a microphone that may not be used is explained", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Call me");
  const desk = await signIn();
  await desk.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Record a voice note" }).click();
  await expect(desk.page.getByText(/may not use the microphone/)).toBeVisible();
});
