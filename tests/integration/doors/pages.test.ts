import { globSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { useWorld } from "../support/world";
import { admins, become, everyone, type Person, people, rowsOf, team } from "./who";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("doors-pages");
// As next.config.ts switches it on: what `forbidden()` asks for.
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";

/** Who may open each page; `gone`: it is not there while anybody has an account. A new page has to be entered here. */
const whoMay: Record<string, readonly Person[] | "gone"> = {
  "app/(auth)/reset-password/page.tsx": everyone,
  "app/(auth)/sign-in/page.tsx": everyone,
  "app/(auth)/welcome/page.tsx": "gone",
  "app/inbox/[conversationId]/page.tsx": team,
  "app/inbox/page.tsx": team,
  "app/page.tsx": everyone,
  "app/settings/account/page.tsx": team,
  "app/settings/api-keys/page.tsx": admins,
  "app/settings/audit/page.tsx": admins,
  "app/settings/privacy/[contactId]/page.tsx": admins,
  "app/settings/privacy/page.tsx": admins,
  "app/settings/channels/page.tsx": team,
  "app/settings/general/page.tsx": admins,
  "app/settings/page.tsx": team,
  "app/settings/setup/page.tsx": admins,
  "app/settings/team/page.tsx": admins,
  "app/settings/webhook-events/[id]/page.tsx": admins,
  "app/settings/webhook-events/page.tsx": admins,
  "app/settings/webhooks/[id]/page.tsx": admins,
  "app/settings/webhooks/page.tsx": admins,
};

/** Layouts read too. */
const layouts: Record<string, readonly Person[]> = {
  "app/inbox/layout.tsx": team,
  "app/settings/layout.tsx": team,
};

type Page = (props: unknown) => Promise<unknown>;
const doors = Object.entries({ ...whoMay, ...layouts }).map(([path, allowed]) => ({ path, allowed }));

/** How a page answers: `in` when its guard let somebody pass, whatever it drew then. */
async function open(path: string): Promise<"in" | "sign-in" | "forbidden" | "gone"> {
  const { default: page } = (await import(/* @vite-ignore */ `@/${path}`)) as { default: Page };
  const params = Promise.resolve({ conversationId: "wa_1__nobody", id: "none" });
  try {
    await page({ params, searchParams: Promise.resolve({}), children: null });
    return "in";
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT") && digest.includes(";/sign-in")) return "sign-in";
    if (digest.endsWith(";403")) return "forbidden";
    if (digest.endsWith(";404") && path.includes("welcome")) return "gone";
    return "in";
  }
}

describe("every page", () => {
  it("is entered here, and everything entered is there", () => {
    expect(Object.keys(whoMay).toSorted()).toEqual(globSync("app/**/page.tsx").toSorted());
  });

  it.each(rowsOf(doors))("$door.path answers $person as it should", async ({ door, person }) => {
    // Somebody has an account here, whoever asks.
    for (const each of people) await become(each);
    await become(person);
    const answer = await open(door.path);
    if (door.allowed === "gone") expect(answer).toBe("gone");
    else if (door.allowed.includes(person)) expect(answer).toBe("in");
    else expect(answer).toBe(person === "nobody" ? "sign-in" : "forbidden");
  });
});
