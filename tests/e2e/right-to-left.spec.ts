import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { newCustomer } from "./support/customer";
import type { Desk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { haveSettingsData, openSettingsPage, settingsPages } from "./support/settings-pages";

/** No language of ours is written from right to left yet, so the page is turned round before it comes alive. */
async function turnRound({ page }: Desk): Promise<void> {
  await page.addInitScript(() => {
    const turn = () => {
      const root = document.documentElement;
      if (root && root.dir !== "rtl") root.dir = "rtl";
    };
    new MutationObserver(turn).observe(document, {
      childList: true,
      subtree: true,
      attributeFilter: ["dir"],
    });
    turn();
  });
}

const middleOf = async (locator: ReturnType<Page["locator"]>) => {
  await expect(locator).toBeVisible();
  const box = await locator.boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0) / 2;
};

test.beforeAll(haveSettingsData);

for (const width of [1280, 390]) {
  test(`a page from right to left is in order at ${width} px`, async ({ signIn }) => {
    test.setTimeout(300_000);
    const desk = await signIn("admin", { viewport: { width, height: 800 } });
    await turnRound(desk);
    for (const path of ["/inbox", ...settingsPages]) {
      await test.step(path, async () => {
        await openSettingsPage(desk.page, path);
        await expect(desk.page.locator("html")).toHaveAttribute("dir", "rtl");
        await expectNoSeriousFaults(desk.page, path);
        const overflow = await desk.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} scrolls sideways`).toBe(0);
      });
    }
  });
}

test("a conversation from right to left has its parts on the other side", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("متى تصل طلبيتي رقم 1042؟");
  const desk = await signIn("agent", { viewport: { width: 1280, height: 800 } });
  await turnRound(desk);
  await desk.openInbox();
  await desk.open(customer);
  await desk.reply("Tomorrow, between 9 and 12.");
  const { page } = desk;
  const middle = 640;
  expect(await middleOf(page.getByRole("navigation", { name: "Main" }))).toBeGreaterThan(middle);
  const [theirs, ours] = [
    desk.messages.getByText("متى تصل طلبيتي"),
    desk.messages.getByText("Tomorrow, between 9 and 12."),
  ];
  expect(await middleOf(theirs)).toBeGreaterThan(await middleOf(ours));
  // What a person wrote keeps its own direction, whatever the page's.
  await expect(theirs).toHaveCSS("direction", "rtl");
  await expect(ours).toHaveCSS("direction", "ltr");
  await expectNoSeriousFaults(page, "a conversation from right to left");

  const [all, unread] = [page.getByRole("tab", { name: /^All/ }), page.getByRole("tab", { name: /^Unread/ })];
  expect(await middleOf(all)).toBeGreaterThan(await middleOf(unread));
  await all.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(unread).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(all).toBeFocused();

  await page.getByRole("button", { name: /^Your account/ }).click();
  const menu = page.getByRole("menu");
  const [menuBox, railBox] = [
    await menu.boundingBox(),
    await page.getByRole("navigation", { name: "Main" }).boundingBox(),
  ];
  expect((menuBox?.x ?? 0) + (menuBox?.width ?? 0)).toBeLessThanOrEqual((railBox?.x ?? 0) + 40);
});

test("Arabic in a left-to-right page reads from right to left, in the list too", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  await customer.says("مرحبا، هل المتجر مفتوح؟");
  const desk = await signIn();
  await desk.openInbox();
  await expect(desk.row(customer).getByText("مرحبا")).toHaveCSS("direction", "rtl");
  await desk.open(customer);
  await expect(desk.messages.getByText("مرحبا")).toHaveCSS("direction", "rtl");
  await desk.composer.fill("أهلا");
  await expect(desk.composer).toHaveCSS("direction", "rtl");
});
