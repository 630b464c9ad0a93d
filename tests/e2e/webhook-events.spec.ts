import type { Page } from "@playwright/test";
import { expectNoSeriousFaults } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { newMember } from "./support/session";
import { stackState } from "./support/state";
import { fresh, postWebhook, textFrom } from "./support/webhook";

const events = "/settings/webhook-events";
const list = (page: Page) => page.getByRole("list", { name: "Webhook events" });
const rows = (page: Page) => list(page).getByRole("listitem");

/** The list of the events that hold an id. */
async function find(page: Page, id: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Find by id" }).fill(id);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/[?&]id=/);
}

/** A failing webhook: a message that is fine, and an item that is none. */
async function failing(from: string): Promise<string> {
  const id = `wamid.${fresh()}`;
  await postWebhook([textFrom(from, id, "Fine"), "not a message"]);
  return id;
}

test("a webhook shows by itself, is found by an id, and tells its content only to who asks", async ({
  signIn,
}) => {
  const desk = await signIn("admin");
  const { page } = desk;
  await failing(`4923${Date.now()}`);
  await page.goto(events);
  await expect(rows(page).first()).toBeVisible();
  const newest = await rows(page).first().getByRole("link").getAttribute("href");

  const id = `wamid.${fresh()}`;
  const secret = `The blue vase ${fresh()}`;
  const phone = `4917${Date.now()}`;
  await postWebhook([textFrom(phone, id, secret)]);
  await expect(rows(page).first().getByRole("link")).not.toHaveAttribute("href", newest ?? "", {
    timeout: 15_000,
  });
  await expect(rows(page).first()).toContainText("Message: text");
  await expect(rows(page).first()).toContainText("Processed");

  await find(page, `+${phone}`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Kind").selectOption({ label: "Delivery" });
  await expect(page.getByText("No event fits this filter.")).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(/webhook-events$/);
  await expect(rows(page)).not.toHaveCount(0);
  await find(page, id);
  await rows(page).getByRole("link").click();

  await expect(page.getByRole("heading", { name: "Webhook event", exact: true })).toBeVisible();
  const body = page.getByRole("region", { name: "Body" }).last();
  await expect(body).toContainText('"phone_number_id"');
  await expect(body).toContainText("•••");
  expect(await page.content()).not.toContain(secret);
  expect(await page.content()).not.toContain(phone);

  await page.getByRole("button", { name: "Show content" }).click();
  await expect(body).toContainText(secret);
  const { auditLog } = await import("@/lib/store/audit-log");
  const looks = await auditLog().where("action", "==", "webhook_event.revealed").get();
  const names = looks.docs.map((document) => document.data().actor.name);
  expect(names.filter((name) => name === desk.name)).toHaveLength(1);
});

test("an event for a number that is not connected is replayed once it is", async ({ signIn }) => {
  await newMember("viewer");
  const { channels } = await import("@/lib/store/channels");
  const phoneNumberId = String(Date.now());
  const from = `4918${Date.now()}`;
  const { page } = await signIn("admin");
  await postWebhook([textFrom(from, `wamid.${fresh()}`, "Anybody there?")], { phoneNumberId });
  await page.goto(`${events}?id=${phoneNumberId}`);
  await expect(rows(page)).toContainText("Connect it under Channels");
  await rows(page).getByRole("link").click();

  const own = (await channels().doc(`wa_${stackState().whatsapp.phoneNumberId}`).get()).data();
  if (!own) throw new Error("The stack has no number");
  const ref = channels().doc(`wa_${phoneNumberId}`);
  await ref.set({ ...own, id: ref.id, name: "Second number", providerId: phoneNumberId, source: "env" });
  try {
    await page.getByRole("button", { name: "Dry run" }).click();
    const plan = page.getByRole("region", { name: "What a replay would change" });
    await expect(plan).toContainText("5 records would change");
    await expect(plan).toContainText(/Conversation\s*new/);
    await page.reload();
    await expect(page.getByText("Set aside").first()).toBeVisible();

    await page.getByRole("button", { name: "Replay" }).click();
    await expect(page.getByText("Replayed. It brought something new.")).toBeVisible();
    await expect(page.getByText("Processed", { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Dry run" }).click();
    await expect(plan).toContainText("Nothing.");
  } finally {
    await ref.delete();
  }
});

test("failing events are tried out and replayed together", async ({ signIn }) => {
  const { page } = await signIn("admin");
  const from = `4919${Date.now()}`;
  for (let n = 0; n < 3; n += 1) await failing(from);
  await page.goto(`${events}?id=${from}&state=failed`);
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await expect(page.getByText("3 events selected")).toBeVisible();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Replay events" });
  await expect(dialog).toContainText("3 events, oldest first.");
  await dialog.getByRole("button", { name: "Dry run first" }).click();
  const panel = page.getByRole("region", { name: "Dry run finished" });
  await expect(panel).toContainText("3 would fail", { timeout: 20_000 });
  await expect(panel).toContainText("3 of 3");
  await panel.getByRole("button", { name: "Dismiss" }).click();
  await expect(panel).toBeHidden();

  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await dialog.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByRole("region", { name: "Replay finished" })).toContainText("3 still fail", {
    timeout: 20_000,
  });
});

test("the list is read, chosen from and opened with the keyboard alone", async ({ signIn }) => {
  const { page } = await signIn("admin");
  const from = `4920${Date.now()}`;
  for (let n = 0; n < 3; n += 1) await failing(from);
  await page.goto(`${events}?id=${from}`);
  await expect(rows(page)).toHaveCount(3);
  const links = list(page).getByRole("link");
  await links.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByText("1 event selected")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText("2 events selected")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(links.nth(1)).toBeFocused();
  const href = await links.nth(1).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole("heading", { name: "Webhook event", exact: true })).toBeVisible();
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.getByRole("button", { name: "Dry run" }).evaluate((one) => one === document.activeElement))
      break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "What a replay would change" })).toBeVisible();
});

test("who reads on is not moved: new events wait behind a button", async ({ signIn }) => {
  const { page } = await signIn("admin");
  await page.goto(`${events}?kind=message`);
  await expect(rows(page).first()).toBeVisible();
  const first = rows(page).first().getByRole("link");
  const before = await first.getAttribute("href");
  await failing(`4921${Date.now()}`);
  const show = page.getByRole("button", { name: /^Show \d+ new events?$/ });
  await expect(show).toBeVisible({ timeout: 15_000 });
  await expect(first).toHaveAttribute("href", before ?? "");
  await show.click();
  await expect(first).not.toHaveAttribute("href", before ?? "");
});

for (const role of ["agent", "viewer"] as const) {
  test(`is closed to a ${role}`, async ({ signIn }) => {
    const { page } = await signIn(role);
    for (const path of [
      events,
      `${events}/wa_x`,
      "/api/settings/webhook-events",
      `/api/settings/webhook-events/export`,
    ]) {
      expect((await page.goto(path))?.status()).toBe(403);
    }
    await page.goto("/settings/account");
    await expect(page.getByRole("link", { name: "Webhook events" })).toBeHidden();
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test(`has no serious fault and no sideways scroll, ${colorScheme}, ${width} px`, async ({ signIn }) => {
      const { page } = await signIn("admin", { colorScheme, viewport: { width, height: 800 } });
      await failing(`4922${Date.now()}`);
      await page.goto(events);
      await expect(rows(page).first()).toBeVisible();
      await expectNoSeriousFaults(page, events);
      await expectNoSidewaysScroll(page);
      await rows(page).first().getByRole("link").click();
      await page.getByRole("button", { name: "Dry run" }).click();
      await expect(page.getByRole("region", { name: "What a replay would change" })).toBeVisible();
      await expectNoSeriousFaults(page, "an event");
      await expectNoSidewaysScroll(page);
    });
  }
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWider).toBe(false);
}
