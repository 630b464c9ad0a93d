import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

test("the list fills a tall window, and loads on to its end when scrolled", async ({ signIn }) => {
  test.setTimeout(120_000);
  const oldest = await newCustomer("whatsapp");
  await oldest.says("I was first", { at: Date.now() - 23 * 3_600_000 });
  for (let index = 0; index < 45; index += 1) {
    await (await newCustomer("instagram")).says("Hello");
  }
  const desk = await signIn("agent", { viewport: { width: 1280, height: 2200 } });
  await desk.openInbox();
  const rows = desk.page.getByRole("region", { name: "Conversations" }).getByRole("link");
  await expect.poll(() => rows.count()).toBeGreaterThan(30);
  await desk.open(oldest);
  await expect(desk.messages.getByText("I was first")).toBeVisible();
});

test("a tab that holds nothing says what to do next, and the tab is part of the address", async ({
  signIn,
}) => {
  const desk = await signIn();
  await desk.openInbox();
  await desk.page.getByRole("tab", { name: /^Mine/ }).click();
  await expect(desk.page.getByText("Nothing is assigned to you.")).toBeVisible();
  await desk.page.reload();
  await expect(desk.page.getByRole("tab", { name: /^Mine/ })).toHaveAttribute("aria-selected", "true");
});

test("under 900 px one pane shows at a time, with a way back", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("From my phone");
  const desk = await signIn("agent", { viewport: { width: 390, height: 800 }, hasTouch: true });
  await desk.openInbox();
  await desk.row(customer).tap();
  await expect(desk.messages.getByText("From my phone")).toBeVisible();
  await expect(desk.row(customer)).toBeHidden();
  await desk.page.getByRole("button", { name: "Back to the list" }).tap();
  await expect(desk.row(customer)).toBeVisible();
  await expect(desk.messages).toBeHidden();
  await desk.page.goBack();
  await expect(desk.messages.getByText("From my phone")).toBeVisible();
});
