import { createHmac } from "node:crypto";
import { expectNoSeriousFaults } from "./support/axe";
import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";
import { type Delivered, startReceiver } from "./support/receiver";

function isSigned({ headers, body }: Delivered, secret: string): boolean {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
  return headers["webhook-signature"]?.split(" ").includes(expected) ?? false;
}

test("a program hears what a customer writes, signed; what it missed is sent again", async ({ signIn }) => {
  const receiver = await startReceiver();
  const { page } = await signIn("admin");
  const name = `Warehouse ${Date.now()}`;
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Add webhook" }).click();
  const form = page.getByRole("dialog", { name: "Add a webhook" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("URL").fill("https://192.168.0.10/hook");
  await expectNoSeriousFaults(page, "the form of a webhook", "[role=dialog]");
  await form.getByRole("button", { name: "Add and show the secret" }).click();
  await expect(form.getByText("It leads into a private network")).toBeVisible();
  await form.getByLabel("URL").fill(receiver.url);
  await form.getByRole("button", { name: "Add and show the secret" }).click();
  const shown = page.getByRole("dialog", { name: `Signing secret of ${name}` });
  const secret = await shown.getByRole("textbox", { name: "Signing secret" }).inputValue();
  expect(secret).toMatch(/^whsec_/);
  await shown.getByRole("button", { name: "Done" }).click();
  await shown.getByRole("button", { name: "Close without it" }).click();

  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("button", { name: "Send a test event" }).click();
  await expect(page.getByText("The receiver took the test event: taken (204)")).toBeVisible();
  expect(receiver.events("webhook.test")).toHaveLength(1);

  const customer = await newCustomer("whatsapp");
  await customer.says("Is it still there?");
  await expect
    .poll(() => receiver.events("message.received").map(({ data }) => data.message.text))
    .toContain("Is it still there?");
  expect(receiver.delivered.every((each) => isSigned(each, secret))).toBe(true);

  receiver.answers(500);
  await customer.says("And now?");
  const log = page.getByRole("region", { name: "Deliveries" });
  const failedRow = log.getByRole("listitem").filter({ hasText: "Next try" });
  await expect(failedRow).toBeVisible();
  await expect(failedRow).toContainText("the receiver had an error (500)");
  await page.reload();
  await expect(page.getByText("Nothing got through since")).toBeVisible();
  await expectNoSeriousFaults(page, "a webhook");
  receiver.answers(204);
  await failedRow.getByRole("button", { name: /^Send “Customer wrote” of .* again$/ }).click();
  await expect(page.getByText("1 delivery is sent again.")).toBeVisible();
  await expect(failedRow).toHaveCount(0);
  const texts = receiver.events("message.received").map(({ data }) => data.message.text);
  expect(texts.filter((text) => text === "And now?").length).toBeGreaterThan(1);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: `Delete ${name}?` })
    .getByRole("button", { name: "Delete" })
    .click();
  await expect(page.getByRole("heading", { name: "Outgoing webhooks" })).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  await receiver.stop();
});
