import { readFile } from "node:fs/promises";
import { filesInZip } from "../integration/support/files-in-zip";
import { expectNoSeriousFaults } from "./support/axe";
import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

test("an admin exports a customer and erases them, and every screen forgets them", async ({ signIn }) => {
  test.setTimeout(180_000);
  const customer = await newCustomer("whatsapp");
  await customer.says("My order number is 4711");
  const [admin, agent] = [await signIn("admin"), await signIn("agent")];
  await agent.openInbox();
  await agent.open(customer);
  await expect(agent.message("4711")).toBeVisible();
  await agent.composer.fill("a draft about them");

  await admin.page.goto("/settings/privacy");
  await expectNoSeriousFaults(admin.page, "privacy");
  await admin.page.getByLabel("Phone number, @username, name or ID").fill(customer.name);
  await admin.page.keyboard.press("Enter");
  await admin.page.getByRole("link", { name: customer.name }).click();
  await expect(admin.page.getByRole("heading", { name: customer.name, level: 1 })).toBeVisible();
  await expectNoSeriousFaults(admin.page, "privacy");

  const [download] = await Promise.all([
    admin.page.waitForEvent("download"),
    admin.page.getByRole("button", { name: "Export" }).click(),
  ]);
  const files = filesInZip(await readFile(await download.path()));
  expect([...files.keys()]).toEqual(expect.arrayContaining(["README.txt", "contact.json", "index.html"]));
  expect(files.get("index.html")).toContain("My order number is 4711");

  await admin.page.getByRole("button", { name: "Erase" }).click();
  const dialog = admin.page.getByRole("dialog");
  await expect(dialog.getByText("1 message in 1 conversation")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Erase" })).toBeDisabled();
  await dialog.getByLabel("Type “erase” to go on").fill("erase");
  await admin.page.keyboard.press("Enter");
  await expect(admin.page.getByText(/^(Being erased since|Erased on)/).first()).toBeVisible();

  await expect(agent.row(customer)).toHaveCount(0, { timeout: 30_000 });
  await expect(agent.page.getByText("This conversation is not here.")).toBeVisible();
  await expect(agent.messages.getByText("4711")).toHaveCount(0);
  await expect
    .poll(() => agent.page.evaluate(() => Object.values(localStorage).join(" ")), { timeout: 10_000 })
    .not.toContain("a draft about them");

  await expect(async () => {
    await admin.page.goto("/settings/privacy");
    await expect(admin.page.getByText(/^Being erased since/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await customer.says("Hello again");
  await agent.openInbox();
  await agent.open(customer);
  await expect(agent.message("Hello again")).toBeVisible();
  await expect(agent.messages.getByText("4711")).toHaveCount(0);
});

test("a preview says what would go before anything is kept for a shorter time", async ({ signIn }) => {
  const admin = await signIn("admin");
  await admin.page.goto("/settings/privacy");
  await admin.page.getByLabel("Keep: Ended sign-ins").selectOption("For ever");
  await admin.page.getByLabel("Keep: Audit log").selectOption("For some days");
  await admin.page.getByLabel("Days").fill("10");
  await expect(admin.page.getByText("Between 365 and 3,650 days")).toBeVisible();
  await expect(admin.page.getByRole("button", { name: "Save" })).toBeDisabled();
  await admin.page.getByLabel("Days").fill("400");
  await admin.page.getByRole("button", { name: "Preview" }).click();
  await expect(admin.page.getByText("Nothing would go now.").first()).toBeVisible();
  await admin.page.getByRole("button", { name: "Save" }).click();
  await expect(admin.page.getByText("Saved.")).toBeVisible();
  await admin.page.reload();
  await expect(admin.page.getByLabel("Days")).toHaveValue("400");
});
