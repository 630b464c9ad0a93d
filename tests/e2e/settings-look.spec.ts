import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { newMember } from "./support/session";
import { haveSettingsData, openSettingsPage, settingsPages } from "./support/settings-pages";

const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  { colorScheme: "light", viewport: { width: 390, height: 800 } },
  { colorScheme: "dark", viewport: { width: 390, height: 800 } },
] as const;

test.beforeAll(async () => {
  await haveSettingsData();
  await newMember("viewer");
});

for (const look of looks) {
  test(`every page of the settings is in order, ${look.colorScheme}, ${look.viewport.width} px`, async ({
    signIn,
  }) => {
    test.setTimeout(300_000);
    const { page } = await signIn("admin", look);
    for (const path of settingsPages) {
      await test.step(path, async () => {
        await openSettingsPage(page, path);
        await expect(page.getByRole("main").getByRole("heading", { level: 1 }), path).toHaveCount(1);
        await expect(page, path).toHaveTitle(/^\S.* · \S/);
        await expectNoSeriousFaults(page, path);
        expect(await overflowOf(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        await expectVisibleFocus(page, path);
      });
    }
  });
}

test("the settings are reached and walked through with the keyboard alone", async ({ signIn }) => {
  const { page } = await signIn("admin", { viewport: { width: 1280, height: 800 } });
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/settings\/account$/);
  const nav = page.getByRole("navigation", { name: "Settings pages" });
  const names = await nav.getByRole("link").allInnerTexts();
  expect(names.length).toBeGreaterThan(9);
  for (const name of names) {
    const link = nav.getByRole("link", { name, exact: true });
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("under 900 px the settings are a list, and each page has a way back", async ({ signIn }) => {
  const { page } = await signIn("admin", { viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  const nav = page.getByRole("navigation", { name: "Settings pages" });
  for (const link of await nav.getByRole("link").all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await nav.getByRole("link", { name: "Team" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
  await expect(nav).toBeHidden();
  const back = page.getByRole("main").getByRole("link", { name: "Settings", exact: true });
  expect((await back.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await back.tap();
  await expect(nav).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page).toHaveURL(/\/settings\/account$/);
});

test("agents are offered only the pages that they may open", async ({ signIn }) => {
  const { page } = await signIn("agent");
  await page.goto("/settings");
  const nav = page.getByRole("navigation", { name: "Settings pages" });
  await expect(nav.getByRole("link")).toHaveText(["Your account", "Channels"]);
  await page.goto("/settings/general");
  await expect(page.getByRole("heading", { name: "This page is not for your role" })).toBeVisible();
});

/** How much wider the page is than the window, in px; the page itself and whatever scrolls up and down in it. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [document.documentElement, ...document.querySelectorAll("main > *")];
    return Math.max(...scrollers.map((one) => one.scrollWidth - one.clientWidth));
  });
}

/** Walks over the first controls of the page: each shows that it has the focus. */
async function expectVisibleFocus(page: Page, path: string): Promise<void> {
  await page.getByRole("main").focus();
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press("Tab");
    const bare = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || !element.closest("main")) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isShown = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      return isShown ? null : element.outerHTML.slice(0, 200);
    });
    expect(bare, `${path}: nothing shows the focus`).toBeNull();
  }
}

/** Presses Tab until the link of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  }).toPass({ intervals: [0] });
}
