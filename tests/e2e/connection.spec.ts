import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

test("after a cut network the screen catches up without a gap or a double", async ({ signIn }) => {
  test.setTimeout(120_000);
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("Before the cut");
  await desk.openInbox();
  await desk.open(customer);
  await expect(desk.messages.getByText("Before the cut")).toBeVisible();

  await desk.page.context().setOffline(true);
  await desk.reply("Written offline");
  await expect(desk.page.getByText(/^Offline since \d\d:\d\d\. Writing still works/)).toBeVisible({
    timeout: 60_000,
  });
  for (const count of [1, 2, 3]) await customer.says(`While away ${count}`);
  expect(await customer.texts("Written offline")).toHaveLength(0);

  await desk.page.context().setOffline(false);
  await expect(desk.page.getByText("Live again")).toBeVisible({ timeout: 60_000 });
  for (const count of [1, 2, 3]) await expect(desk.messages.getByText(`While away ${count}`)).toHaveCount(1);
  await expect(desk.messages.getByText("Written offline")).toHaveCount(1);
  await expect.poll(() => customer.texts("Written offline")).toHaveLength(1);
});

test("the tabs of one browser share one event stream, and another takes over when its tab closes", async ({
  signIn,
}) => {
  const customer = await newCustomer("instagram");
  const desk = await signIn();
  const context = desk.page.context();
  const opened: string[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/api/inbox/live")) opened.push(request.url());
  });
  await customer.says("First");
  await desk.openInbox();
  await expect(desk.row(customer)).toContainText("First");
  await expect.poll(() => opened.length).toBe(1);

  const second = await context.newPage();
  await second.goto("/inbox");
  await customer.says("Second");
  await expect(second.getByRole("link", { name: customer.name })).toContainText("Second");
  await expect(desk.row(customer)).toContainText("Second");
  expect(opened).toHaveLength(1);

  await desk.page.close();
  await expect.poll(() => opened.length).toBe(2);
  await customer.says("Third");
  await expect(second.getByRole("link", { name: customer.name })).toContainText("Third");
});
