import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

const DAY_MS = 24 * 60 * 60 * 1000;

test("the composer closes at the second the window ends, and keeps the draft", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("I wrote almost a day ago", { at: Date.now() - DAY_MS + 90 * 60_000 });
  await desk.page.clock.install();
  await desk.openInbox();
  await desk.open(customer);

  const thread = desk.thread(customer);
  await expect(thread.getByText(/^1 h (29|30) m left$/).first()).toBeVisible();
  await desk.composer.fill("A draft worth keeping");
  await desk.page.clock.fastForward("01:31:00");

  await expect(thread.getByText(/^The 24-hour window closed/)).toBeVisible();
  await expect(thread.getByText(/Only an approved template can be sent now/)).toBeVisible();
  await expect(thread.getByText("A draft worth keeping")).toBeVisible();
  await expect(desk.composer).toBeHidden();
});

test("the window opens again when the customer writes, with the draft still there", async ({ signIn }) => {
  const customer = await newCustomer("instagram");
  const desk = await signIn();
  await customer.says("Long ago", { at: Date.now() - 8 * DAY_MS });
  await desk.page.goto("/inbox?tab=unread");
  await desk.open(customer);
  await expect(desk.thread(customer).getByText(/Instagram allows no message now/)).toBeVisible();

  await customer.says("Me again");
  await expect(desk.composer).toBeVisible();
  await desk.reply("Good to hear from you");
  await expect.poll(() => customer.texts("Good to hear")).toHaveLength(1);
});

test("a viewer reads everything and is told why they cannot write", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn("viewer");
  await customer.says("Hello");
  await desk.openInbox();
  await desk.open(customer);
  await expect(desk.messages.getByText("Hello")).toBeVisible();
  await expect(desk.page.getByText(/Ask an admin for the agent role/)).toBeVisible();
  await expect(desk.composer).toBeHidden();
});
