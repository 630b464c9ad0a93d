import AxeBuilder from "@axe-core/playwright";
import { clearFaults, flush, newCustomer, setFault } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { stackState } from "./support/state";

const DAY_MS = 24 * 60 * 60 * 1000;
const dialog = (desk: Desk) => desk.page.getByRole("dialog", { name: /^(Send a template|New conversation)/ });

test("a template answers a conversation whose window closed, exactly as its preview showed", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Is my order on its way?", { at: Date.now() - 2 * DAY_MS });
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Send a template" }).first().click();

  const picker = dialog(desk);
  await picker.getByRole("searchbox").fill("order confirmation");
  await picker.getByRole("combobox", { name: "Any language" }).selectOption({ label: "French" });
  await expect(picker.getByRole("listitem")).toHaveCount(1);
  await picker.getByRole("button", { name: /^order_confirmation/ }).click();

  const name = picker.getByRole("textbox", { name: "{{1}} in the text" });
  await picker.getByRole("button", { name: `Use “${customer.name}”` }).click();
  await expect(name).toHaveValue(customer.name);
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker.getByText("Fill this in.")).toBeVisible();
  const order = picker.getByRole("textbox", { name: "{{2}} in the text" });
  await expect(order).toBeFocused();
  await order.fill("A    1");
  await expect(picker.getByText(/No more than three spaces/)).toBeVisible();
  await order.fill("A-77");
  const words = `Bonjour ${customer.name}, votre commande A-77 est bien enregistrée.`;
  await expect(picker.getByRole("region", { name: "Preview" })).toContainText(words);
  await picker.getByRole("button", { name: "Send template" }).click();

  await expect(picker).toBeHidden();
  await expect(desk.messages.getByText(words)).toBeVisible();
  await customer.opensChat();
  await expect(desk.ticks("A-77")).toHaveAccessibleName(/^Read, /);
  await expect.poll(() => customer.texts(words)).toHaveLength(1);
});

test("what Meta has stopped is there with the reason and cannot be picked", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Send a template" }).click();
  const picker = dialog(desk);
  for (const [name, reason] of [
    ["flash_sale", /paused it because of bad feedback/],
    ["free_money", /rejected it/],
    ["autumn_sale", /disabled it for good/],
    ["pickup_ready", /not decided yet/],
  ] as const) {
    const row = picker.getByRole("listitem").filter({ hasText: name });
    await expect(row).toContainText(reason);
    await expect(row.getByRole("button")).toHaveAttribute("aria-disabled", "true");
    await row.getByRole("button").click({ force: true });
    await expect(picker.getByRole("searchbox")).toBeVisible();
  }
});

test("a template with a picture shows and sends the picture", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello", { at: Date.now() - 2 * DAY_MS });
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Send a template" }).first().click();
  const picker = dialog(desk);
  await picker.getByRole("searchbox").fill("we miss you");
  await picker.getByRole("button", { name: /^we_miss_you/ }).click();
  await picker.locator("input[type=file]").setInputFiles("simulator/customers/samples/mug.jpg");
  await expect(picker.getByRole("img", { name: "mug.jpg" })).toBeVisible();
  await picker.getByRole("textbox", { name: "{{1}} in the text" }).fill("Amara");
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker).toBeHidden();
  await customer.opensChat();
  await expect(desk.ticks("Amara, it has been a while")).toHaveAccessibleName(/^Read, /);
});

test("what was written before the window closed becomes the template's words", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("Do you have it?", { at: Date.now() - DAY_MS + 60 * 60_000 });
  await desk.page.clock.install();
  await desk.openInbox();
  await desk.open(customer);
  await desk.composer.fill("Yes,\nwe have it in blue.");
  await desk.page.clock.fastForward("01:01:00");
  await desk.page.getByRole("button", { name: "Send a template" }).first().click();
  const picker = dialog(desk);
  await picker.getByRole("searchbox").fill("anything else");
  await picker.getByRole("button", { name: /^anything_else/ }).click();
  const field = picker.getByRole("textbox", { name: "{{1}} in the text" });
  await expect(field).toHaveValue("Yes, we have it in blue.");
  await expect(picker.getByText("From what you wrote")).toBeVisible();
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker).toBeHidden();
  await expect.poll(() => customer.texts("About your question: Yes, we have it in blue.")).toHaveLength(1);
});

test("a template is picked, filled in and sent with the keyboard alone", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello", { at: Date.now() - 2 * DAY_MS });
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  const { keyboard } = desk.page;
  await keyboard.press("t");
  const picker = dialog(desk);
  await expect(picker.getByRole("searchbox")).toBeFocused();
  await keyboard.type("order confirmation we have your");
  await keyboard.press("ArrowDown");
  await expect(picker.getByRole("button", { name: /^order_confirmation/ })).toBeFocused();
  await keyboard.press("Enter");
  await expect(picker.getByRole("textbox", { name: "{{1}} in the text" })).toBeFocused();
  await keyboard.type("Amara");
  await keyboard.press("Tab");
  await expect(picker.getByRole("textbox", { name: "{{2}} in the text" })).toBeFocused();
  await keyboard.type("K-1");
  await keyboard.press("Enter");
  await expect(picker).toBeHidden();
  await expect(desk.messages.getByText("Hi Amara, we have your order K-1.")).toBeVisible();
});

test("a new conversation begins with a template to a number nobody here knows", async ({ signIn }) => {
  const unique = String(Date.now()).slice(-7);
  const customer = await newCustomer("whatsapp", { phone: `1555${unique}` });
  const desk = await signIn();
  await desk.openInbox();
  // The page is there before its keys are.
  await expect(async () => {
    await desk.page.keyboard.press("n");
    await expect(dialog(desk)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const to = dialog(desk).getByRole("textbox", { name: "Phone number or BSUID" });
  await to.fill("not a number");
  await desk.page.keyboard.press("Enter");
  await expect(dialog(desk).getByText(/^A phone number with its country code/)).toBeVisible();
  await to.fill(`+1 (555) ${unique.slice(0, 3)}-${unique.slice(3)}`);
  await expect(dialog(desk).getByText(`Goes to \u2066+1555${unique}\u2069.`)).toBeVisible();
  await desk.page.keyboard.press("Enter");
  await dialog(desk).getByRole("searchbox").fill("hello again");
  await dialog(desk)
    .getByRole("button", { name: /^hello_again/ })
    .click();
  await dialog(desk).getByRole("button", { name: "Send template" }).click();

  await expect(desk.page.getByRole("region", { name: /^Conversation with/ })).toBeVisible();
  await expect(desk.messages.getByText(/You wrote to us some days ago/)).toBeVisible();
  await customer.says("Yes, please help");
  await expect(desk.messages.getByText("Yes, please help")).toBeVisible();
  await expect.poll(() => customer.texts("You wrote to us some days ago")).toHaveLength(1);
});

test("a one-time password asks for a phone number", async ({ signIn }) => {
  const desk = await signIn();
  await desk.openInbox();
  await desk.page.getByRole("button", { name: "New conversation" }).click();
  await dialog(desk).getByRole("textbox", { name: "Phone number or BSUID" }).fill("US.13491208655302741918");
  await dialog(desk).getByRole("button", { name: "Choose a template" }).click();
  const row = dialog(desk).getByRole("listitem").filter({ hasText: "sign_in_code" });
  await expect(row).toContainText("One-time passwords go to phone numbers only");
  await expect(row.getByRole("button")).toHaveAttribute("aria-disabled", "true");
});

test("a message that came too late offers a template with its words", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await setFault({ kind: "failed_status", code: 131047, customerId: customer.id });
  await desk.reply("It is in stock.");
  const message = desk.messages.locator("[data-message-id]", { hasText: "It is in stock." });
  await message.getByRole("button", { name: "Send a template" }).click();
  await clearFaults();
  const picker = dialog(desk);
  await picker.getByRole("button", { name: /^anything_else/ }).click();
  await expect(picker.getByRole("textbox", { name: "{{1}} in the text" })).toHaveValue("It is in stock.");
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker).toBeHidden();
  await expect.poll(() => customer.texts("About your question: It is in stock.")).toHaveLength(1);
});

test("what is filled in is still there after the dialog was closed by mistake", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  const picker = dialog(desk);
  const openForm = async () => {
    await desk.page.getByRole("button", { name: "Send a template" }).click();
    await picker.getByRole("button", { name: /^order_confirmation American English/ }).click();
  };
  await openForm();
  await picker.getByRole("textbox", { name: "{{1}} in the text" }).fill("Amara");
  await desk.page.keyboard.press("Escape");
  await expect(picker).toBeHidden();
  await openForm();
  await expect(picker.getByRole("textbox", { name: "{{1}} in the text" })).toHaveValue("Amara");
});

test("a template that Meta pauses while it is filled in is refused in words, and nothing is lost", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hello");
  const desk = await signIn();
  await desk.openInbox();
  await desk.open(customer);
  await desk.page.getByRole("button", { name: "Send a template" }).click();
  const picker = dialog(desk);
  await picker.getByRole("button", { name: /^spring_coupon/ }).click();
  await picker.getByRole("textbox", { name: "{{1}} in the text" }).fill("Amara");
  await picker.getByRole("textbox", { name: "{{2}} in the text" }).fill("25 %");
  await picker.getByRole("textbox", { name: /^Code of/ }).fill("25OFF");
  await changeTemplate("spring_coupon", "PAUSED");
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker.getByRole("alert").filter({ hasText: /not approved/ })).toBeVisible();
  await changeTemplate("spring_coupon", "APPROVED");
  await picker.getByRole("button", { name: "Send template" }).click();
  await expect(picker).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`picker, form and new conversation have no serious fault for assistive technology, ${colorScheme}`, async ({
    signIn,
  }) => {
    const customer = await newCustomer("whatsapp");
    await customer.says("Hello");
    const desk = await signIn("agent", { colorScheme, reducedMotion: "reduce" });
    await desk.openInbox();
    await desk.open(customer);
    await desk.page.getByRole("button", { name: "Send a template" }).click();
    await expect(dialog(desk).getByRole("listitem").first()).toBeVisible();
    await noSeriousFaults(desk, "list");
    await dialog(desk)
      .getByRole("button", { name: /^new_this_week/ })
      .click();
    await dialog(desk).getByRole("button", { name: "Send template" }).click();
    await expect(dialog(desk).getByText("Fill this in.").first()).toBeVisible();
    await noSeriousFaults(desk, "form");
    await desk.page.keyboard.press("Escape");
    await expect(dialog(desk)).toBeHidden();
    await desk.page.getByRole("button", { name: "New conversation" }).click();
    await expect(dialog(desk)).toBeVisible();
    await noSeriousFaults(desk, "new conversation");
  });
}

async function changeTemplate(name: string, status: string): Promise<void> {
  const response = await fetch(`${stackState().simulatorUrl}/sim/templates/${name}/en_US`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ status }),
  });
  expect(response.ok).toBe(true);
  await flush();
}

async function noSeriousFaults(desk: Desk, where: string): Promise<void> {
  // The dialog comes in over 150 ms; half there, its colours are not its own.
  await expect(dialog(desk)).toHaveCSS("opacity", "1");
  const { violations } = await new AxeBuilder({ page: desk.page }).include("[role=dialog]").analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(serious, where).toEqual([]);
}
