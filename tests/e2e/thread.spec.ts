import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

test("older messages load above without moving what is being read", async ({ signIn }) => {
  test.setTimeout(120_000);
  const customer = await newCustomer("whatsapp");
  const start = Date.now() - 100 * 60_000;
  for (let index = 0; index < 100; index += 1) {
    await customer.says(`Line ${String(index).padStart(3, "0")}`, { at: start + index * 60_000 });
  }
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await expect(desk.messages.getByText("Line 099")).toBeInViewport();

  await desk.messages.focus();
  // One press may stop half way, while rows on the way are measured for the first time.
  await expect(async () => {
    await desk.messages.press("Home");
    await expect(desk.messages.getByText(/^Line 0(50|00)$/).first()).toBeAttached({ timeout: 500 });
  }).toPass();
  await expect(async () => {
    await desk.messages.press("Home");
    await expect(desk.messages.getByText("Line 000")).toBeInViewport({ timeout: 500 });
  }).toPass();

  await customer.says("The newest line");
  const jump = desk.page.getByRole("button", { name: "1 new message" });
  await expect(jump).toBeVisible();
  await expect(desk.messages.getByText("Line 000")).toBeInViewport();
  await jump.click();
  await expect(desk.messages.getByText("The newest line")).toBeInViewport();
});

test("every kind of message says what it is", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const first = await customer.says("*Bold* words");
  await customer.does({ kind: "image", caption: "The receipt" });
  await customer.does({ kind: "voice" });
  await customer.does({ kind: "document", filename: "offer.pdf" });
  await customer.does({ kind: "location", latitude: 38.7139, longitude: -9.1334, name: "The castle" });
  await customer.does({ kind: "contacts", name: "Lucie Dubois", phone: "+33 6 11 22 33 44" });
  await customer.does({ kind: "order" });
  await customer.does({ kind: "form" });
  await customer.does({ kind: "unsupported" });
  const typo = await customer.says("Frist");
  await customer.does({ kind: "edit", messageId: typo.providerMessageId, text: "First" });
  const regret = await customer.says("Regret");
  await customer.does({ kind: "revoke", messageId: regret.providerMessageId });
  await customer.does({ kind: "reaction", messageId: first.providerMessageId, emoji: "❤️" });
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);

  const { messages } = desk;
  await expect(messages.getByText("The customer removed this message")).toBeAttached();
  await expect(messages.getByText("edited")).toBeAttached();
  await expect(messages.getByText("First", { exact: true })).toBeAttached();
  await expect(messages.getByText("The customer voted in a poll.")).toBeAttached();
  await expect(messages.getByText(/^Filled in/)).toBeAttached();
  await expect(messages.getByRole("table")).toContainText("Total");
  await expect(messages.getByText("+33 6 11 22 33 44")).toBeAttached();
  // Only what is near is drawn.
  await messages.evaluate((list) => list.scrollTo(0, 0));
  await expect(messages.getByRole("strong")).toHaveText("Bold");
  await expect(messages.getByText("The receipt")).toBeAttached();
  await expect(messages.getByRole("group", { name: /^Voice note from / })).toBeAttached();
  await expect(messages.getByText("offer.pdf")).toBeAttached();
  await expect(messages.getByRole("link", { name: "Open in Maps" })).toHaveAttribute(
    "href",
    /query=38\.7139%2C-9\.1334/,
  );
  await expect(messages.getByRole("img", { name: /reacted/ })).toBeAttached();
});
