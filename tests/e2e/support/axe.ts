import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Fails when axe finds something serious or critical on the page, or in `part` of it. `where` is for the message. */
export async function expectNoSeriousFaults(page: Page, where: string, part?: string): Promise<void> {
  await expect(page.locator("main").first()).toBeVisible();
  const axe = new AxeBuilder({ page });
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(serious, where).toEqual([]);
}
