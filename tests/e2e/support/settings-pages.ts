import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { newCustomer } from "./customer";
import { openStore } from "./session";

/** Every page below the settings, from the code: "/settings/team", "/settings/webhook-events/[id]". */
export const settingsPages: readonly string[] = globSync("app/settings/**/page.tsx")
  .map((file) => file.replace(/^app/, "").replace(/\/page\.tsx$/, ""))
  .toSorted();

/** Whose page to open where the path has a parameter. */
const parameters: Record<string, () => Promise<string>> = {
  "/settings/webhook-events/[id]": anEvent,
  "/settings/webhooks/[id]": aWebhook,
  "/settings/privacy/[contactId]": aContact,
};

/** Something for the lists of the settings to show. */
export async function haveSettingsData(): Promise<void> {
  await (await newCustomer("whatsapp")).says("1042");
  openStore();
  await aWebhook();
}

/** Opens a page of the settings, one with a parameter for something that is there. */
export async function openSettingsPage(page: Page, path: string): Promise<void> {
  openStore();
  const parameter = parameters[path];
  if (path.includes("[") && !parameter) throw new Error(`Say in settings-pages.ts whose page ${path} is.`);
  await page.goto(parameter ? path.replace(/\[\w+\]/, encodeURIComponent(await parameter())) : path);
}

async function anEvent(): Promise<string> {
  const { webhookEvents } = await import("@/lib/store/webhook-events");
  return idOf(await webhookEvents().limit(1).get());
}

async function aContact(): Promise<string> {
  const { contacts } = await import("@/lib/store/contacts");
  return idOf(await contacts().limit(1).get());
}

/** One that is paused: it is there to be looked at. */
async function aWebhook(): Promise<string> {
  const { webhookSubscriptions } = await import("@/lib/store/webhook-subscriptions");
  const now = Date.now();
  await webhookSubscriptions()
    .doc("looked-at")
    .set({
      id: "looked-at",
      name: "Warehouse",
      url: "https://example.com/hook",
      events: ["message.received"],
      channelIds: null,
      secret: { box: "", key: "none", hint: null, at: now },
      oldSecret: null,
      isActive: false,
      disabledReason: null,
      stoppedAt: now,
      activeFrom: now,
      failingSince: null,
      lastSuccessAt: null,
      createdAt: now,
      createdBy: { id: "system", name: "Parley" },
      updatedAt: now,
    });
  return "looked-at";
}

function idOf(found: { docs: { id: string }[] }): string {
  const [first] = found.docs;
  if (!first) throw new Error("Nothing of the kind is there: call haveSettingsData first.");
  return first.id;
}
