import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

test("five conversations are read and answered with the keyboard alone", async ({ signIn }) => {
  const customers = [];
  for (const channel of ["whatsapp", "instagram", "whatsapp", "instagram", "whatsapp"] as const) {
    const customer = await newCustomer(channel);
    await customer.says(`Question of ${customer.name}`);
    customers.push(customer);
  }
  const desk = await signIn();
  const keyboard = desk.page.keyboard;
  await desk.openInbox();
  for (const customer of customers) await expect(desk.row(customer)).toContainText("Question of");

  for (const customer of customers) {
    await keyboard.press("Home");
    await keyboard.press("j");
    for (let steps = 0; steps < 30; steps += 1) {
      const isThere = await desk.row(customer).evaluate((row) => row === document.activeElement);
      if (isThere) break;
      await keyboard.press("j");
    }
    await expect(desk.row(customer)).toBeFocused();
    await keyboard.press("Enter");
    await expect(desk.messages.getByText(`Question of ${customer.name}`)).toBeVisible();
    await keyboard.press("r");
    await expect(desk.composer).toBeFocused();
    await keyboard.type(`Answer to ${customer.name}`);
    await keyboard.press("Enter");
    await expect(desk.messages.getByText(`Answer to ${customer.name}`)).toBeVisible();
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await expect(desk.row(customer)).toBeFocused();
  }
  for (const customer of customers) await expect.poll(() => customer.texts("Answer to")).toHaveLength(1);
});

test("? lists the keys, letters typed into the composer are only letters", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("Hi");
  const desk = await signIn();
  await desk.openInbox();
  const help = desk.page.getByRole("dialog", { name: "Keyboard" });
  // The page is there before its keys are.
  await expect(async () => {
    await desk.page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 1000 });
  }).toPass();
  await desk.page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await desk.open(customer);
  await desk.page.keyboard.press("r");
  await desk.page.keyboard.type("j k ? a g i");
  await expect(desk.composer).toHaveValue("j k ? a g i");
  await expect(help).toBeHidden();
});
