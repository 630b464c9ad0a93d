import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

const atFirefox = {
  userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:140.0) Gecko/20100101 Firefox/140.0",
  extraHTTPHeaders: { "x-forwarded-for": "203.0.113.4" },
};
const lines = (page: Page) => page.getByRole("list", { name: "Entries, newest first" }).getByRole("listitem");
const line = (page: Page, words: string) => lines(page).filter({ hasText: words }).first();
/** New entries are looked for every ten seconds. */
const POLL = { timeout: 25_000 };

test("what an agent does shows by itself, can be narrowed to, opened and taken away", async ({ signIn }) => {
  test.setTimeout(120_000);
  const [admin, agent] = [await signIn("admin"), await signIn("agent", atFirefox)];
  const { page } = admin;
  const customer = await newCustomer("whatsapp");
  await customer.says("Is my parcel on its way?");
  await page.goto("/settings/audit");
  await expect(page.getByRole("heading", { name: "Audit log", level: 1 })).toBeVisible();

  await agent.openInbox();
  await agent.open(customer);
  await agent.page.getByRole("button", { name: "Assign to me" }).click();
  await agent.reply("It left this morning.");
  await expect(agent.message("It left this morning.")).toBeVisible();

  const assigned = line(page, `${agent.name} assigned a conversation to ${agent.name}`);
  const sent = line(page, `${agent.name} sent a message`);
  await expect(assigned).toBeVisible(POLL);
  await expect(sent).toBeVisible(POLL);
  await expect(sent).toContainText("from 203.0.113.4, Firefox on macOS");
  await expect(page.getByRole("main")).not.toContainText("It left this morning.");

  await test.step("opened with the keyboard, a line says what else is recorded", async () => {
    await assigned.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(assigned.getByText("conversation.assigned")).toBeVisible();
    await expect(assigned.getByText(atFirefox.userAgent)).toBeVisible();
    await expect(assigned).not.toContainText(customer.id);
    await expectNoSeriousFaults(page, "the audit log");
  });

  await test.step("filters are in the address, and narrow the list", async () => {
    await page.getByLabel("Who").selectOption({ label: agent.name });
    await page.getByLabel("What").selectOption({ label: "Messages" });
    await expect(page).toHaveURL(/who=.*what=message|what=message.*who=/);
    await expect(lines(page)).toHaveCount(1);
    await expect(sent).toBeVisible();
    await page.reload();
    await expect(lines(page)).toHaveCount(1);
    await expect(page.getByLabel("What")).toHaveValue("message");
  });

  await test.step("an export holds what the filters show, and is told of", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain("message.sent");
    expect(rows[1]).toContain("203.0.113.4");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(line(page, `${admin.name} exported the audit log`)).toBeVisible(POLL);
  });

  await test.step("a day in the future leaves nothing, and says so", async () => {
    await page.getByLabel("From").fill("2099-01-01");
    await expect(page.getByText("No entry matches these filters.")).toBeVisible();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(page.getByLabel("From")).toHaveValue("");
  });
});

test("a conversation's menu leads admins to its history, and shows nothing of others", async ({ signIn }) => {
  const [admin, agent] = [await signIn("admin"), await signIn("agent")];
  const [customer, other] = [await newCustomer("whatsapp"), await newCustomer("whatsapp")];
  await customer.says("Hello");
  await other.says("Hello");
  await agent.openInbox();
  await agent.open(other);
  await agent.page.getByRole("button", { name: "Assign to me" }).click();
  await agent.open(customer);
  await agent.reply("Good morning");
  await expect(agent.message("Good morning")).toBeVisible();
  await expect(agent.page.getByRole("button", { name: "More about this conversation" })).toHaveCount(0);

  await admin.openInbox();
  await admin.open(customer);
  await admin.page.getByRole("button", { name: "More about this conversation" }).press("Enter");
  await admin.page.getByRole("menuitem", { name: "History of changes" }).press("Enter");
  await expect(admin.page).toHaveURL(/\/settings\/audit\?about=[0-9a-f%C,]+$/);
  await expect(admin.page.getByText("Only what belongs to one conversation or customer")).toBeVisible();
  await expect(line(admin.page, `${agent.name} sent a message`)).toBeVisible();
  await expect(lines(admin.page).filter({ hasText: "assigned a conversation" })).toHaveCount(0);
});

test("agents have no audit log", async ({ signIn }) => {
  const { page } = await signIn("agent");
  await page.goto("/settings/account");
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  const answer = await page.request.get("/api/settings/audit");
  expect(answer.status()).toBe(403);
});
