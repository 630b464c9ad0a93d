import { type Customer, clearFaults, newCustomer, setFault } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";

test.afterEach(() => clearFaults());

test("reply buttons built by hand reach the phone and get their ticks", async ({ signIn }) => {
  const { customer, desk } = await meeting("whatsapp", signIn);
  const dialog = await build(desk, "Reply buttons");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog.getByText("This is needed.").first()).toBeVisible();
  await dialog.getByLabel("Text", { exact: true }).fill("When shall we come?");
  await dialog.getByRole("textbox", { name: "Button 1" }).fill("Morning");
  await dialog.getByRole("button", { name: "Add a button" }).click();
  await dialog.getByRole("textbox", { name: "Button 2" }).fill("Evening");
  await expect(dialog.getByRole("region", { name: "Preview" })).toContainText("Evening");
  await send(dialog);
  const options = await optionsOnPhone(customer, "When shall we come?");
  expect(options).toEqual(["Morning", "Evening"]);
  await customer.opensChat();
  await expect(desk.ticks("When shall we come?")).toHaveAccessibleName(/^Read, /);
});

test("a list, a link and two requests reach the phone", async ({ signIn }) => {
  const { customer, desk } = await meeting("whatsapp", signIn);
  const list = await build(desk, "List", "List message");
  await list.getByLabel("Text", { exact: true }).fill("Which workshop?");
  await list.getByRole("textbox", { name: "Words on the button" }).fill("Choose");
  await list.getByRole("textbox", { name: "Row 1", exact: true }).fill("First bowl");
  await send(list);
  expect(await optionsOnPhone(customer, "Which workshop?")).toEqual(["First bowl"]);

  const link = await build(desk, "Link button");
  await link.getByLabel("Text", { exact: true }).fill("Our opening times");
  await link.getByRole("textbox", { name: "Words on the button" }).fill("See the page");
  await link.getByRole("textbox", { name: "Link", exact: true }).fill("https://example.com/shops");
  await send(link);
  expect(await optionsOnPhone(customer, "Our opening times")).toEqual(["See the page"]);

  const location = await build(desk, "Ask for the location");
  await location.getByLabel("Text", { exact: true }).fill("Where shall we bring it?");
  await send(location);
  expect(await optionsOnPhone(customer, "Where shall we bring it?")).toHaveLength(1);

  const phone = await build(desk, "Ask for the phone number");
  await phone.getByLabel("Text", { exact: true }).fill("May we call you?");
  await send(phone);
  expect(await optionsOnPhone(customer, "May we call you?")).toHaveLength(1);
  await customer.opensChat();
  await expect(desk.ticks("May we call you?")).toHaveAccessibleName(/^Read, /);
});

test("a place and a contact card reach the phone", async ({ signIn }) => {
  const { customer, desk } = await meeting("whatsapp", signIn);
  const place = await build(desk, "Location", "Send a location");
  await place.getByLabel("Coordinates or a maps link").fill("38.7139, -9.1448");
  await place.getByLabel("Name (optional)").fill("The studio");
  await send(place);
  await expect.poll(async () => (await customer.shown()).map(({ header }) => header)).toContain("The studio");
  await expect(desk.messages.getByRole("group", { name: "The studio" })).toBeVisible();

  const card = await build(desk, "Contact card", "Send a contact card");
  await card.getByLabel("Name", { exact: true }).fill("Ines Carvalho");
  await card.getByLabel("Phone number").fill("+351 912 345 678");
  await send(card);
  await expect
    .poll(async () => (await customer.shown()).map(({ kind, text }) => `${kind} ${text}`))
    .toContainEqual(expect.stringContaining("contacts Ines Carvalho"));
});

test("quick replies, buttons, cards and a heart reach the phone on Instagram", async ({ signIn }) => {
  const { customer, desk } = await meeting("instagram", signIn);
  const quick = await build(desk, "Quick replies");
  await quick.getByLabel("Text", { exact: true }).fill("Which size?");
  await quick.getByRole("textbox", { name: "Reply 1" }).fill("Tall");
  await send(quick);
  expect(await optionsOnPhone(customer, "Which size?")).toEqual(["Tall"]);

  const buttons = await build(desk, "Text with buttons");
  await buttons.getByLabel("Text", { exact: true }).fill("Shall we keep it?");
  await buttons.getByRole("textbox", { name: "Button 1" }).fill("Yes");
  await send(buttons);
  expect(await optionsOnPhone(customer, "Shall we keep it?")).toEqual(["Yes"]);

  const cards = await build(desk, "Cards");
  await cards.getByLabel("Title", { exact: true }).fill("Tall vase");
  await cards.getByLabel("Second line (optional)").fill("62 euros");
  await send(cards);
  await expect.poll(async () => (await customer.shown()).map(({ text }) => text)).toContain("Tall vase");

  await desk.more("Heart");
  await expect.poll(async () => (await customer.shown()).map(({ text }) => text)).toContain("❤️");
});

test("a reaction is put on a message and taken back", async ({ signIn }) => {
  const { customer, desk } = await meeting("whatsapp", signIn);
  const message = desk.message("Hello there");
  await message.hover();
  await message.getByRole("button", { name: "React" }).click();
  await desk.page
    .getByRole("dialog", { name: "Choose a reaction" })
    .getByRole("button", { name: "🙏" })
    .click();
  await expect.poll(async () => (await customer.sent())[0]?.reactions.business).toBe("🙏");
  await expect(message.getByText("🙏")).toBeVisible();
  await message.hover();
  await message.getByRole("button", { name: "React" }).click();
  await desk.page.getByRole("button", { name: /^Take the reaction back/ }).click();
  await expect.poll(async () => (await customer.sent())[0]?.reactions.business).toBeNull();
});

test("a text too long for Instagram goes out as several, in order", async ({ signIn }) => {
  const { customer, desk } = await meeting("instagram", signIn);
  const words = Array.from({ length: 300 }, (_, at) => `word${at}`).join(" ");
  await desk.composer.fill(words);
  await desk.page.getByRole("button", { name: /^Send as \d messages/ }).click();
  await expect
    .poll(async () => (await customer.shown()).map(({ text }) => text).join(" "), { timeout: 20_000 })
    .toBe(words);
});

test("a text parked after the window goes out once, when the customer writes", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello there", { at: Date.now() - 30 * 3_600_000 });
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page
    .getByRole("textbox", { name: `Text for when ${customer.name} writes again` })
    .fill("Your bowl is ready");
  await desk.page.getByRole("button", { name: `Send when ${customer.name} writes again` }).click();
  await expect(desk.page.getByRole("button", { name: "Take back" })).toBeVisible();
  expect(await customer.shown()).toEqual([]);
  await customer.says("Any news?");
  await expect
    .poll(async () => (await customer.shown()).map(({ text }) => text))
    .toEqual(["Your bowl is ready"]);
  await expect(desk.messages.getByText("Your bowl is ready")).toBeVisible();
});

test("a message that may have arrived waits for a person: check again, then send anyway", async ({
  signIn,
}) => {
  test.setTimeout(120_000);
  const { customer, desk } = await meeting("whatsapp", signIn);
  await setFault({ kind: "drop_before_accept", endpoint: "send", customerId: customer.id });
  await desk.reply("Did this arrive?");
  const message = desk.message("Did this arrive?");
  await expect(message.getByRole("button", { name: "Check again" })).toBeVisible({ timeout: 60_000 });
  await message.getByRole("button", { name: "Check again" }).click();
  await expect(message.getByText(/Meta has told nothing yet/)).toBeVisible();
  await message.getByRole("button", { name: "Send anyway" }).click();
  await expect(message.getByText("It may arrive twice. Send it anyway?")).toBeVisible();
  await message.getByRole("button", { name: "Send anyway" }).click();
  await expect
    .poll(async () => (await customer.shown()).map(({ text }) => text))
    .toEqual(["Did this arrive?"]);
  await customer.opensChat();
  await expect(desk.ticks("Did this arrive?")).toHaveAccessibleName(/^Read, /);
});

type SignIn = () => Promise<Desk>;

async function meeting(channel: "whatsapp" | "instagram", signIn: SignIn) {
  const customer = await newCustomer(channel);
  await customer.says("Hello there");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  return { customer, desk };
}

/** Opens a builder from the plus menu; its dialog has the same name unless another is given. */
async function build(desk: Desk, item: string, title = item) {
  await desk.more(item);
  const dialog = desk.page.getByRole("dialog", { name: title });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function send(dialog: Awaited<ReturnType<typeof build>>): Promise<void> {
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The titles that can be tapped in a message of the phone, once it has come. */
async function optionsOnPhone(customer: Customer, text: string): Promise<string[] | undefined> {
  const find = async () => (await customer.shown()).find((item) => item.text === text);
  await expect.poll(async () => (await find())?.text).toBe(text);
  return (await find())?.options.map(({ title }) => title);
}
