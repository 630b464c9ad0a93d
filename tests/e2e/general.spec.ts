import { expect, test } from "./support/fixtures";
import { forgetGeneralSettings } from "./support/general-settings";
import { stackState } from "./support/state";

test.afterEach(forgetGeneralSettings);

test("an admin names the business and sets its time zone by searching for a city", async ({
  signIn,
  browser,
}) => {
  const { page } = await signIn("admin");
  await page.goto("/settings/general");
  const name = page.getByRole("textbox", { name: "Business name" });
  const zone = page.getByRole("combobox", { name: "Time zone of the business" });
  const before = await zone.inputValue();
  await name.fill("Northwind Traders");
  await zone.fill("kolk");
  await page.getByRole("option", { name: /^Asia\/Kolkata/ }).click();
  await expect(zone).toHaveValue("Asia/Kolkata");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page).toHaveTitle("General · Northwind Traders");
  await expect(page.getByRole("img", { name: "Northwind Traders" })).toBeVisible();

  await page.reload();
  await expect(zone).toHaveValue("Asia/Kolkata");
  const stranger = await browser.newContext({ baseURL: stackState().appUrl });
  const signInPage = await stranger.newPage();
  await signInPage.goto("/sign-in");
  await expect(signInPage.getByText("Northwind Traders")).toBeVisible();
  await expect(signInPage).toHaveTitle("Sign in · Northwind Traders");
  await stranger.close();

  // With the keyboard alone.
  await name.fill("");
  await zone.focus();
  await zone.fill(before);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(zone).toHaveValue(before);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page).toHaveTitle("General · Parley");
});

test("a time zone that does not exist is not taken", async ({ signIn }) => {
  const { page } = await signIn("admin");
  await page.goto("/settings/general");
  const zone = page.getByRole("combobox", { name: "Time zone of the business" });
  const before = await zone.inputValue();
  // What is typed before the page is alive is not seen.
  await expect(async () => {
    await zone.fill("Atlantis");
    await expect(page.getByText("No time zone like that.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Business name" }).focus();
  await expect(zone).toHaveValue(before);
});

test("a theme holds from the first byte of the page, against the device's", async ({ signIn }) => {
  const { page } = await signIn("agent", { colorScheme: "light" });
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  await page.goto("/settings/account");
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const whenLight = await ground();
  await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Dark" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(ground).not.toBe(whenLight);

  const html = await (await page.request.get("/inbox")).text();
  expect(html).toMatch(/<html[^>]* data-theme="dark"/);
  expect(html.match(/<meta name="theme-color"[^>]*>/g)).toEqual([
    expect.stringContaining('content="#14181b"'),
  ]);
  await page.reload();
  expect(await ground()).not.toBe(whenLight);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("combobox", { name: "Theme" }).selectOption({ label: "Light" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(ground).toBe(whenLight);
  expect(refused).toEqual([]);
});
