import { expect, type Locator, type Page } from "@playwright/test";
import type { Customer } from "./customer";

/** A signed-in member's screen, by what they see and press. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly name: string,
  ) {}

  async openInbox(): Promise<void> {
    await this.page.goto("/inbox");
    await expect(this.page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  }

  /** A customer's row in the list. */
  row(customer: Customer): Locator {
    return this.page
      .getByRole("region", { name: "Conversations" })
      .getByRole("link", { name: customer.name });
  }

  /**
   * Opens a conversation from the list, scrolling down to it when it is old. The list measures its rows anew while it
   * moves, so finding the row and pressing it is one step, tried until the thread shows.
   */
  async open(customer: Customer): Promise<void> {
    await this.row(customer)
      .waitFor({ timeout: 3_000 })
      .catch(() => undefined);
    await expect(async () => {
      if ((await this.row(customer).count()) === 0) await this.scrollList();
      await expect(this.row(customer)).toBeVisible({ timeout: 300 });
      await this.row(customer).click({ timeout: 1_000 });
      await expect(this.thread(customer)).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 45_000, intervals: [50] });
  }

  /** A page further down; from the end back to the top, where a row that came late may be. */
  private async scrollList(): Promise<void> {
    const list = this.page.getByRole("region", { name: "Conversations" });
    await list.hover();
    const wasAtEnd = await list.evaluate((region) => {
      const scrolls = (one: Element) => one.scrollHeight > one.clientHeight + 1;
      const scroller = [...region.querySelectorAll("*")].find(
        (one) => scrolls(one) && getComputedStyle(one).overflowY !== "visible",
      );
      if (!scroller || scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) return false;
      scroller.scrollTop = 0;
      return true;
    });
    if (!wasAtEnd) await this.page.mouse.wheel(0, 700);
  }

  thread(customer: Customer): Locator {
    return this.page.getByRole("region", { name: `Conversation with ${customer.name}` });
  }

  get messages(): Locator {
    return this.page.getByRole("log", { name: "Messages" });
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Reply to/ });
  }

  /** A message of the thread, by words in it. */
  message(words: string | RegExp): Locator {
    return this.messages.locator("[data-message-id]", { hasText: words });
  }

  /** Opens what the plus button of the composer offers by this name. */
  async more(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "More to send" }).click();
    await this.page.getByRole("menuitem", { name, exact: true }).click();
  }

  async reply(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** The time and ticks of a message, by its words. */
  ticks(text: string): Locator {
    return this.messages
      .locator("[data-message-id]", { hasText: text })
      .getByRole("button", { name: /\d\d:\d\d$/ });
  }
}
