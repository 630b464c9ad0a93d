import { clearFaults, newCustomer, setFault } from "./support/customer";
import { expect, test } from "./support/fixtures";

test.afterEach(() => clearFaults());

test("a refused message says in plain words why, and keeps Meta's numbers for whoever wants them", async ({
  signIn,
}) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("Hello?");
  await desk.openInbox();
  await desk.open(customer);

  await setFault({ kind: "failed_status", code: 131026, customerId: customer.id });
  await desk.reply("Here I am");
  const message = desk.messages.locator("[data-message-id]", { hasText: "Here I am" });
  await expect(message).toContainText("Not delivered. This person cannot be reached on WhatsApp");
  await expect(message.getByText("Code 131026")).toBeHidden();
  await message.getByText("Details").click();
  await expect(message.getByText("Code 131026")).toBeVisible();
  await expect(desk.row(customer)).toContainText("Not delivered");
});

test("a message that failed for a passing reason goes out when it is tried again", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("Hello?");
  await desk.openInbox();
  await desk.open(customer);

  await setFault({ kind: "failed_status", code: 131000, customerId: customer.id });
  await desk.reply("Second time lucky");
  const message = desk.messages.locator("[data-message-id]", { hasText: "Second time lucky" });
  await message.getByRole("button", { name: "Retry" }).click();
  await expect(message.getByText("Not delivered")).toBeHidden();
  await customer.opensChat();
  await expect(desk.ticks("Second time lucky")).toHaveAccessibleName(/^Read, /);
});

test("a token that no longer works raises a banner, and messages wait until it does", async ({ signIn }) => {
  const customer = await newCustomer("instagram");
  const desk = await signIn();
  const admin = await signIn("admin");
  await customer.says("Anyone there?");
  await desk.openInbox();
  await admin.openInbox();
  await desk.open(customer);

  await setFault({ kind: "expired_token", channel: "instagram", endpoint: "any", remaining: null });
  await desk.reply("This one waits");
  await expect(desk.page.getByText("Ask an admin to renew it.")).toBeVisible();
  await expect(desk.ticks("This one waits")).toHaveAccessibleName(/^Waiting to go out, /);

  await clearFaults();
  await admin.page.getByRole("button", { name: "Check again" }).click();
  await expect(admin.page.getByRole("button", { name: "Check again" })).toBeHidden();
  await expect.poll(() => customer.texts("This one waits")).toHaveLength(1);
});
