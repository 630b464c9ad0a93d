import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { type Customer, newCustomer } from "./support/customer";
import { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { stackState } from "./support/state";

const password = "six green bottles";
let made = 0;
const newPerson = () => {
  made += 1;
  const tag = `${Date.now()}${made}`.slice(-8);
  return { name: `Tove ${tag}`, email: `tove-${tag}@parley.local` };
};

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const conversationPath = async (desk: Desk, customer: Customer) => {
  await desk.openInbox();
  await desk.open(customer);
  return new URL(desk.page.url()).pathname;
};

test("an admin invites somebody for Instagram only, who sees nothing of WhatsApp until it is theirs too", async ({
  browser,
  signIn,
}) => {
  // Two browsers through a whole day of a member.
  test.slow();
  const admin = await signIn("admin");
  const { page } = admin;
  const person = newPerson();
  const [onWhatsApp, onInstagram] = [await newCustomer("whatsapp"), await newCustomer("instagram")];
  await onWhatsApp.says("Hello from WhatsApp");
  await onInstagram.says("Hello from Instagram");
  const hiddenPath = await conversationPath(admin, onWhatsApp);

  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("Email").fill(person.email);
  await dialog.getByLabel("Only these").check();
  await dialog.getByRole("checkbox", { name: /Instagram/ }).check();
  await expectNoSeriousFaults(page, "the invitation");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("dialog").getByLabel("Link").inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(row(page, person.name).getByText("Invited")).toBeVisible();
  await expectNoSeriousFaults(page, "the team");

  const theirs = await browser.newContext({ baseURL: stackState().appUrl });
  const desk = new Desk(await theirs.newPage(), person.name);
  await desk.page.goto(link);
  await desk.page.getByLabel("New password").fill(password);
  await desk.page.getByRole("button", { name: "Save password" }).click();
  await desk.page.getByRole("link", { name: "Sign in" }).click();
  await desk.page.getByLabel("Email").fill(person.email);
  await desk.page.getByLabel("Password").fill(password);
  await desk.page.getByRole("button", { name: "Sign in" }).click();
  await expect(desk.page.getByRole("heading", { name: "Inbox" })).toBeVisible();

  await test.step("the list holds Instagram only", async () => {
    await expect(desk.row(onInstagram)).toBeVisible();
    await expect(desk.row(onWhatsApp)).toHaveCount(0);
  });

  await test.step("a link to the other conversation leads nowhere", async () => {
    const answer = await desk.page.request.get(hiddenPath);
    expect(await answer.text()).not.toContain("Hello from WhatsApp");
    const api = await desk.page.request.get(
      `/api/inbox/conversations/${hiddenPath.split("/").at(-1)}/messages`,
    );
    expect(api.status()).toBe(404);
    await desk.page.goto(hiddenPath);
    await expect(desk.page.getByText("Hello from WhatsApp")).toHaveCount(0);
    await desk.openInbox();
  });

  await test.step("what is written on WhatsApp does not come, what is written on Instagram does", async () => {
    await onWhatsApp.says("Secret on WhatsApp");
    await onInstagram.says("Second on Instagram");
    await expect(desk.row(onInstagram)).toContainText("Second on Instagram");
    await expect(desk.row(onWhatsApp)).toHaveCount(0);
    await expect(desk.page.getByText("Secret on WhatsApp")).toHaveCount(0);
  });

  await test.step("the admin widens it, and it appears at once", async () => {
    await page.goto("/settings/team");
    await row(page, person.name)
      .getByRole("button", { name: /^Channels of/ })
      .click();
    await page.getByRole("dialog").getByLabel("All channels").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "are changed" })).toBeVisible();
    await expect(desk.row(onWhatsApp)).toBeVisible();
    await desk.open(onWhatsApp);
    await expect(desk.messages.getByText("Secret on WhatsApp")).toBeVisible();
  });

  await test.step("the admin narrows it again: what is open closes, and its conversations are offered to others", async () => {
    await desk.page.getByRole("button", { name: "Assign to me" }).click();
    await expect(desk.page.getByRole("button", { name: /Assigned to me|Assign to: / })).toBeVisible();
    await row(page, person.name)
      .getByRole("button", { name: /^Channels of/ })
      .click();
    const channels = page.getByRole("dialog", { name: `Channels of ${person.name}` });
    await channels.getByLabel("Only these").check();
    await channels.getByRole("checkbox", { name: /Instagram/ }).check();
    await expect(channels.getByText("They have 1 open conversation")).toBeVisible();
    await expectNoSeriousFaults(page, "the channels of a member");
    await channels.getByRole("button", { name: "Save" }).click();
    await expect(desk.messages).toHaveCount(0);
    await expect(desk.row(onWhatsApp)).toHaveCount(0);
    await admin.openInbox();
    await admin.open(onWhatsApp);
    await expect(page.getByRole("button", { name: "Assign to me" })).toBeVisible();
  });

  await test.step("deactivating signs them out at once", async () => {
    await page.goto("/settings/team");
    await page.getByRole("button", { name: `Actions for ${person.name}` }).click();
    await page.getByRole("menuitem", { name: "Where they are signed in" }).click();
    await expect(page.getByRole("dialog").getByText(/Chrome/)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
    await page.getByRole("button", { name: `Actions for ${person.name}` }).click();
    await page.getByRole("menuitem", { name: "Deactivate" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
    await expect(row(page, person.name).getByText("Deactivated")).toBeVisible();
    await expect(desk.page).toHaveURL(/\/sign-in/);
  });
  await theirs.close();
});

test("an invitation is made and taken back with the keyboard alone", async ({ signIn }) => {
  const { page } = await signIn("admin");
  const person = newPerson();
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invite" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Invite somebody" })).toBeVisible();
  await page.getByLabel("Name").focus();
  await page.keyboard.type(person.name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Link")).toHaveValue(/reset-password\?token=/);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: `Actions for ${person.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Make a new link" })).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Take the invitation back" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`The invitation of ${person.name} was taken back.`)).toBeVisible();
  await expect(row(page, person.name)).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the team fits a phone, ${colorScheme}`, async ({ signIn }) => {
    const { page } = await signIn("admin", { colorScheme, viewport: { width: 390, height: 800 } });
    await page.goto("/settings/team");
    await expect(page.getByRole("heading", { name: "Team" })).toBeVisible();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await expectNoSeriousFaults(page, "the team on a phone");
    await page.getByRole("button", { name: "Invite" }).click();
    expect(await overflow()).toBe(0);
    await expectNoSeriousFaults(page, "the invitation on a phone");
  });
}
