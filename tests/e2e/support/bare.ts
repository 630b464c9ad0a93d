import { readFileSync } from "node:fs";
import { type BrowserContext, expect, test } from "@playwright/test";
import type { BareState } from "../../../scripts/test/bare-stack";

/** The bare stack, for the spec that begins with nothing; `npm test` starts one and names its state file. */
export function bareState(): BareState {
  return JSON.parse(readFileSync(process.env.PARLEY_BARE_STATE ?? "", "utf8"));
}

/** Has a spec file, and the customers in it, use the bare stack. It is skipped where there is none. */
export function useBareStack(): void {
  const usual = process.env.PARLEY_STATE;
  test.skip(!process.env.PARLEY_BARE_STATE, "needs the bare stack that npm test starts");
  test.beforeAll(() => {
    process.env.PARLEY_STATE = process.env.PARLEY_BARE_STATE;
  });
  test.afterAll(() => {
    process.env.PARLEY_STATE = usual;
  });
}

/** Saves a webhook in the app's settings at Meta, which asks the address for its challenge first; gives what Meta says. */
export async function saveWebhook(
  context: BrowserContext,
  channel: "WhatsApp" | "Instagram",
  webhook: { callbackUrl: string; verifyToken: string },
): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${bareState().simulatorUrl}/?panel=delivery&pane=meta`);
  const form = page.getByRole("form", { name: `${channel} webhook` });
  await form.getByLabel("Callback URL").fill(webhook.callbackUrl);
  await form.getByLabel("Verify token").fill(webhook.verifyToken);
  await form.getByRole("button", { name: "Verify and save" }).click();
  const said = form.getByRole("status");
  await expect(said).toHaveText(/saved|validated/);
  const words = (await said.textContent()) ?? "";
  await page.close();
  return words;
}

/** Another number or account at Meta, with a token and an app secret of its own. */
export async function anotherAccount(what: Record<string, unknown>): Promise<Record<string, string>> {
  const response = await fetch(`${bareState().simulatorUrl}/sim/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(what),
  });
  return (await response.json()) as Record<string, string>;
}
