import { expectNoSeriousFaults } from "./support/axe";
import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";
import { stackState } from "./support/state";

const looks = [
  { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  { colorScheme: "light", viewport: { width: 390, height: 800 } },
  { colorScheme: "dark", viewport: { width: 390, height: 800 } },
] as const;

for (const look of looks) {
  test(`no page has a serious fault for assistive technology, ${look.colorScheme}, ${look.viewport.width} px`, async ({
    browser,
    signIn,
  }) => {
    const customer = await newCustomer("whatsapp");
    const { providerMessageId } = await customer.says("Have a look at https://example.com");
    await customer.does({ kind: "order" });
    await customer.does({ kind: "location", latitude: 38.7, longitude: -9.1, name: "Office" });
    await customer.does({ kind: "unsupported" });
    await customer.does({ kind: "reaction", messageId: providerMessageId, emoji: "👍" });
    const desk = await signIn("admin", look);

    for (const path of ["/inbox", "/settings", "/settings/channels", "/nothing-here"]) {
      await desk.page.goto(path);
      await expectNoSeriousFaults(desk.page, path);
    }
    await desk.openInbox();
    await desk.open(customer);
    await desk.reply("Thank you");
    await expect(desk.messages.getByText("Thank you")).toBeVisible();
    await expectNoSeriousFaults(desk.page, "a conversation");
    await desk.page.reload();
    await expectNoSeriousFaults(desk.page, "a conversation, loaded afresh");

    const stranger = await browser.newContext({ baseURL: stackState().appUrl, ...look });
    const signInPage = await stranger.newPage();
    await signInPage.goto("/sign-in");
    await expectNoSeriousFaults(signInPage, "/sign-in");
    await stranger.close();
  });
}
