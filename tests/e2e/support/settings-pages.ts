import { globSync } from "node:fs";
import type { Page } from "@playwright/test";

/** Every page below the settings, from the code: "/settings/team", "/settings/webhook-events/[id]". */
export const settingsPages: readonly string[] = globSync("app/settings/**/page.tsx")
  .map((file) => file.replace(/^app/, "").replace(/\/page\.tsx$/, ""))
  .toSorted();

/** Opens such a page; one with a parameter through the first link that leads from its parent to one of its kind. */
export async function openSettingsPage(page: Page, path: string): Promise<void> {
  const [parent = path, parameter] = path.split("/[");
  await page.goto(parent);
  if (parameter === undefined) return;
  const link = page.getByRole("main").locator(`a[href^="${parent}/"]`).first();
  const href = await link.getAttribute("href");
  await page.goto(href ?? "");
}
