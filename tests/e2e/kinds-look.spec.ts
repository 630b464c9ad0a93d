import { expectNoSeriousFaults } from "./support/axe";
import { Customer } from "./support/customer";
import { haveEveryKind } from "./support/every-kind";
import { expect, test } from "./support/fixtures";

const TALL = 2_400;
const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: TALL } },
  { colorScheme: "dark", viewport: { width: 390, height: TALL } },
] as const;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await haveEveryKind();
});

for (const look of looks) {
  for (const channel of ["WhatsApp", "Instagram"]) {
    test(`a thread of every kind is whole and accessible on ${channel}, ${look.colorScheme}, ${look.viewport.width} px`, async ({
      signIn,
    }) => {
      test.setTimeout(120_000);
      const desk = await signIn("agent", look);
      const faults: string[] = [];
      desk.page.on("pageerror", (error) => faults.push(error.message));
      desk.page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await desk.openInbox();
      await desk.open(new Customer("", `Every kind (${channel})`));
      const { messages } = desk;
      await expect(messages.locator("[data-message-id]").last()).toBeVisible();
      for (let screen = 0; screen < 12; screen += 1) {
        await expect(messages.getByRole("img").first()).toBeAttached();
        await expectNoSeriousFaults(desk.page, `screen ${screen} from the end`, "[role=log]");
        expect(
          await messages.getByText(/\b(?:thread|media|composer|templates|sendMore)\.\w+\.\w+/).count(),
        ).toBe(0);
        const isOver = await messages.evaluate((log) => {
          const before = log.scrollTop;
          log.scrollTop = before - log.clientHeight + 100;
          return before === 0;
        });
        if (isOver) break;
        expect(await messages.evaluate((log) => log.scrollWidth - log.clientWidth)).toBeLessThanOrEqual(0);
      }
      await expect(messages.getByText("This is where the conversation begins.")).toBeVisible();
      expect(faults).toEqual([]);
    });
  }
}

// Whole threads are not kept as pictures: fonts and dates differ between machines and days. What is all picture is.
test("an album is laid out as it was", async ({ signIn }) => {
  const desk = await signIn("agent", { viewport: { width: 1280, height: 7_000 } });
  await desk.openInbox();
  await desk.open(new Customer("", "Every kind (Instagram)"));
  const album = desk.messages.getByRole("list", { name: /photos$/ }).first();
  await expect(album.getByRole("button")).toHaveCount(3);
  await expect(album.getByRole("button").first()).toHaveScreenshot("album-tile.png", {
    maxDiffPixelRatio: 0.05,
  });
});
