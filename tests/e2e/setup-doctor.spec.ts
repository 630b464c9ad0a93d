import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { changeAccount, healAccount } from "./support/customer";
import { expect, test } from "./support/fixtures";
import { stackState } from "./support/state";

const numberId = () => stackState().whatsapp.phoneNumberId;

test.afterEach(() => healAccount(numberId()));

/** The one line of the number's quality, opened or closed. */
const qualityOf = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /Quality of the number/ }) });

test("an admin sees what fails, mends it, and sees that it is fine again", async ({ signIn }) => {
  await changeAccount(numberId(), { node: { quality_rating: "RED" } });
  const { page } = await signIn("admin");
  await page.goto("/settings/setup");
  // The first press may come before the page is alive.
  await expect(async () => {
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(qualityOf(page)).toContainText("Failing", { timeout: 8_000 });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: /need/ })).toBeVisible();

  const problems = page.getByRole("navigation", { name: "Needs attention" });
  await problems.getByRole("link", { name: /Quality of the number/ }).click();
  const line = qualityOf(page);
  await expect(line).toContainText("Failing");
  await expect(line).toContainText("Low: many customers blocked or reported the number.");
  await expect(line).toContainText("Stop marketing messages for some days");
  await expect(line.getByRole("link", { name: /Open WhatsApp Manager/ })).toHaveAttribute(
    "href",
    /^https:\/\/business\.facebook\.com\//,
  );
  await expectNoSeriousFaults(page, "the setup check with faults");

  await healAccount(numberId());
  await line.getByRole("button", { name: /^Check again/ }).click();
  await expect(line).toContainText("Fine");
  await expect(line).toContainText("High.");
  await expect(line.getByRole("button", { name: /^Check again/ })).toBeFocused();
  await expect(problems.getByRole("link", { name: /Quality of the number/ })).toBeHidden();

  await page.reload();
  await expect(qualityOf(page)).toContainText("Fine");
  await expect(page.getByText(/^Checked .+ ago$|^Checked now$/)).toBeVisible();
});

test("the lines open and close by the keyboard", async ({ signIn }) => {
  const { page } = await signIn("admin");
  await page.goto("/settings/setup");
  const line = qualityOf(page);
  const head = line.getByRole("heading").getByRole("button");
  await expect(head).toHaveAttribute("aria-expanded", "false");
  await expect(async () => {
    if ((await head.getAttribute("aria-expanded")) === "false") await head.press("Enter");
    await expect(line.getByText("Why it matters")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(head).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(line.getByText("Why it matters")).toBeHidden();
});

test("an agent cannot open it", async ({ signIn }) => {
  const { page } = await signIn("agent");
  const answer = await page.goto("/settings/setup");
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "Setup check" })).toBeHidden();
  const asked = await page.request.post("/api/settings/setup", { headers: { origin: stackState().appUrl } });
  expect(asked.status()).toBe(403);
});
