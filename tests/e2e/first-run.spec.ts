import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { anotherAccount, bareState, saveWebhook, useBareStack } from "./support/bare";
import { newCustomer } from "./support/customer";
import { Desk } from "./support/desk";

// One installation from its first minute on: each test goes on where the one before stopped.
test.describe.configure({ mode: "serial" });
useBareStack();

let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await openBrowser(browser);
});
test.afterAll(() => page?.context().close());

async function openBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: bareState().appUrl });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return context.newPage();
}

const dialog = () => page.getByRole("dialog");
const press = (name: string, within: Page | Locator = dialog()) =>
  within.getByRole("button", { name, exact: true }).click();
const card = (name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

async function copied(what: string): Promise<string> {
  await press(`Copy ${what}`);
  await expect(dialog().getByText(`${what} copied`)).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function fill(values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await dialog().getByLabel(label, { exact: true }).fill(value);
}

/** From the second step on: the webhook is set up at Meta with what is copied here, then the app subscribed. */
async function setUpWebhook(channel: "WhatsApp" | "Instagram"): Promise<void> {
  const callbackUrl = await copied("Callback URL");
  const verifyToken = await copied("Verify token");
  const save = (token: string) => saveWebhook(page.context(), channel, { callbackUrl, verifyToken: token });
  expect(await save("another")).toContain("couldn't be validated");
  expect(await save(verifyToken)).toBe("Verified and saved.");
  await page.bringToFront();
  await press("Next");
  await press("Subscribe the app");
  await expect(dialog().getByText("The app is subscribed.")).toBeVisible();
  await press("Done");
  await expect(dialog()).toBeHidden();
}

async function answersACustomer(channel: "whatsapp" | "instagram", more = {}): Promise<void> {
  const customer = await newCustomer(channel, { isChatOpen: true, ...more });
  const desk = new Desk(page, "");
  await page.goto("/inbox");
  await customer.says("Do you deliver on Saturdays?");
  await desk.open(customer);
  await expect(desk.message("Do you deliver on Saturdays?")).toBeVisible();
  await desk.reply("Yes, until noon.");
  await expect
    .poll(async () => (await customer.received()).map(({ text }) => text))
    .toEqual(["Yes, until noon."]);
  await expect(desk.ticks("Yes, until noon.")).toHaveAccessibleName(/^Read, /);
}

test("the link that the server printed makes the first admin, who is led to the channels", async () => {
  await page.goto(bareState().welcomeLink);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByLabel("Password").fill("a long first password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { name: "Channels", exact: true })).toBeVisible();
  await expect(page.getByText("Connect a WhatsApp number or an Instagram account")).toBeVisible();
  await expectNoSeriousFaults(page, "channels, none yet");
});

test("a WhatsApp number is connected, told plainly what is wrong with it first", async () => {
  const { whatsapp, appSecret } = bareState().meta;
  await page.getByRole("button", { name: "Connect a channel" }).click();
  await expectNoSeriousFaults(page, "connecting a channel");
  await press("Connect");
  await expect(dialog().getByText("This is a number of digits, as Meta shows it.").first()).toBeVisible();
  await fill({
    "Phone number ID": whatsapp.phoneNumberId,
    "WhatsApp Business Account ID": whatsapp.wabaId,
    "Access token": "EAAthis-is-not-a-token",
    "App secret": appSecret,
  });
  await press("Test connection");
  await expect(dialog().getByText("Meta does not take this access token.")).toBeVisible();
  await fill({ "Access token": whatsapp.token, "App secret": "not-the-app-secret" });
  await press("Connect");
  await expect(dialog().getByText("This secret is not that of the token’s app")).toBeVisible();
  await fill({ "App secret": appSecret });
  await press("Test connection");
  await expect(dialog().getByText("Meta knows it.")).toBeVisible();
  for (const words of ["Parley demo shop", "High", "10,000 people a day"]) {
    await expect(dialog().getByText(words)).toBeVisible();
  }
  await press("Connect");
  await expect(dialog().getByText("Parley demo shop is connected")).toBeVisible();
  await expectNoSeriousFaults(page, "setting up the webhook");
  await setUpWebhook("WhatsApp");
  await expect(card("Parley demo shop").getByText("Connected", { exact: true }).first()).toBeVisible();
  await expect(card("Parley demo shop").getByText(`ends in ${whatsapp.token.slice(-4)}`)).toBeVisible();
  await expect(card("Parley demo shop").getByText(/^Ada, \d\d:\d\d$/)).toBeVisible();
  expect(await page.content()).not.toContain(whatsapp.token);
});

test("a customer writes, is answered, and the ticks arrive", async () => {
  await answersACustomer("whatsapp");
});

test("an Instagram account is connected through its Page, and a customer there answered", async () => {
  const { instagram, appSecret } = bareState().meta;
  await page.goto("/settings/channels");
  await page.getByRole("button", { name: "Connect a channel" }).click();
  await dialog().getByLabel("An Instagram account with a Facebook Page").check();
  await fill({ "Access token": instagram.token, "App secret": appSecret });
  await press("Connect");
  await expect(dialog().getByText("is connected")).toBeVisible();
  await setUpWebhook("Instagram");
  await answersACustomer("instagram");
});

test("an account without a Page is connected by Instagram Login, with a secret of its own", async () => {
  const account = await anotherAccount({ channel: "instagram", login: "instagram", username: "second.shop" });
  await page.goto("/settings/channels");
  await page.getByRole("button", { name: "Connect a channel" }).click();
  await dialog().getByLabel("An Instagram account without a Page").check();
  await fill({ "Access token": account.token ?? "", "Instagram app secret": account.appSecret ?? "" });
  await press("Connect");
  await expect(dialog().getByText("is connected")).toBeVisible();
  await press("Next");
  await press("Subscribe the app");
  await expect(dialog().getByText("The app is subscribed.")).toBeVisible();
  await press("Done");
  await answersACustomer("instagram", { accountId: account.accountId });
});

test("a channel is tested, renamed and disconnected; its conversations stay", async () => {
  await page.goto("/settings/channels");
  await press("Test connection", card("Parley demo shop").first());
  await expect(card("Parley demo shop").first().getByText("Sent to Parley")).toBeVisible();
  await card("Parley demo shop")
    .first()
    .getByRole("button", { name: /^More for/ })
    .click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await dialog().getByLabel("Name", { exact: true }).fill("Front desk");
  await press("Rename");
  await card("Front desk").getByRole("button", { name: "More for Front desk" }).click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await expectNoSeriousFaults(page, "disconnecting a channel");
  await press("Disconnect");
  await expect(card("Front desk").getByText("Not connected")).toBeVisible();
  await expectNoSeriousFaults(page, "channels, one disconnected");
  await page.goto("/inbox");
  await expect(page.getByRole("region", { name: "Conversations" }).getByRole("link")).toHaveCount(3);
});
