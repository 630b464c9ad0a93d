import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test";
import type { Role } from "@/lib/domain/member";
import { Desk } from "./desk";
import { newSession } from "./session";
import { stackState } from "./state";

type Fixtures = {
  /** A browser of its own, signed in as a new member. */
  signIn: (role?: Role, options?: BrowserContextOptions) => Promise<Desk>;
};

export const test = base.extend<Fixtures>({
  signIn: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role = "agent", options = {}) => {
      const { name, cookie } = await newSession(role);
      const context = await browser.newContext({ baseURL: stackState().appUrl, ...options });
      contexts.push(context);
      await context.addCookies([cookie]);
      return new Desk(await context.newPage(), name);
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from "@playwright/test";
