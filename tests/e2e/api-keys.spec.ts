import { expectNoSeriousFaults } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { stackState } from "./support/state";

const ask = async (path: string, key: string, method = "GET") => {
  const answer = await fetch(`${stackState().appUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
  });
  return { status: answer.status, json: await answer.json() };
};

test("a key made here opens what it was made for, until it is revoked", async ({ signIn }) => {
  const { page, name: admin } = await signIn("admin");
  const name = `Shop ${Date.now()}`;
  await page.goto("/settings/api-keys");
  await expect(page.getByText("From the environment")).toBeVisible();
  await expectNoSeriousFaults(page, "API keys");

  await page.getByRole("button", { name: "New key" }).click();
  const form = page.getByRole("dialog", { name: "New API key" });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("checkbox", { name: "Read" }).uncheck();
  await form.getByRole("button", { name: "Make key" }).click();
  await expect(form.getByText("Choose at least one.")).toBeVisible();
  await form.getByRole("checkbox", { name: "Read" }).check();
  await expectNoSeriousFaults(page, "the form of a key", "[role=dialog]");
  await form.getByRole("button", { name: "Make key" }).click();

  const shown = page.getByRole("dialog", { name: `Key for ${name}` });
  const key = await shown.getByRole("textbox", { name: "API key" }).inputValue();
  expect(key).toMatch(/^parley_\w{12}_\w{39}$/);
  await expect(shown.getByText(`Bearer ${key}`)).toBeVisible();
  await expectNoSeriousFaults(page, "the key", "[role=dialog]");
  await shown.getByRole("button", { name: "Done" }).click();
  await expect(shown.getByRole("alert")).toHaveText("You have not copied it, and it is not shown again.");
  await shown.getByRole("button", { name: "Close without it" }).click();
  await expect(shown).toBeHidden();

  expect((await ask("/conversations?limit=1", key)).status).toBe(200);
  expect(await ask("/messages", key, "POST")).toMatchObject({
    status: 403,
    json: { code: "forbidden", requiredScopes: ["send"] },
  });
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(async () => {
    await page.reload();
    await expect(row.getByText("Last used")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(row).toContainText(key.slice(-4));
  await expect(row).toContainText(`Made by ${admin}`);
  await expect(page.getByText(key)).toHaveCount(0);

  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page
    .getByRole("dialog", { name: `Revoke ${name}?` })
    .getByRole("button", { name: "Revoke" })
    .click();
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible();
  await expect(row).toContainText(`Revoked by ${admin}`);
  expect(await ask("/conversations?limit=1", key)).toMatchObject({
    status: 401,
    json: { code: "invalid_api_key" },
  });
});

test("an agent finds no API keys and no webhooks", async ({ signIn }) => {
  const { page } = await signIn("agent");
  for (const path of ["/settings/api-keys", "/settings/webhooks"]) {
    expect((await page.goto(path))?.status()).toBe(403);
  }
  await page.goto("/settings/account");
  await expect(page.getByRole("link", { name: "API keys" })).toHaveCount(0);
});
