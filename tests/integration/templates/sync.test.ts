import { ulid } from "ulid";
import { expect, test } from "vitest";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { listTemplates } from "@/lib/inbox/templates/list";
import { agent, calm, control, useStandIn } from "../outbound/stand-in";
import { whatsappChannelId as channelId, ids, instagramChannelId, useWorld } from "../support/world";

useWorld("templates");
useStandIn();

const HOUR_MS = 3_600_000;

async function list(options: { now?: number; isForced?: boolean } = {}) {
  const answer = await listTemplates({ actor: agent, channelId, ...options });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
}
const find = async (name: string, options: { now?: number; isForced?: boolean } = {}) =>
  (await list(options)).templates.find((template) => template.name === name);

/** How often Meta was asked for the list since the last time. */
async function asked(): Promise<number> {
  const { items } = await control<{ items: { path: string }[] }>("GET", "requests?limit=500");
  await control("DELETE", "requests");
  return items.filter(({ path }) => path.includes("message_templates")).length;
}

const greet = (name: string) =>
  enqueueTemplateTo({
    actor: agent,
    channelId,
    to: { phone: "15550199100" },
    template: { name, language: "en_US", components: [] },
    messageId: ulid(),
  });

test("the first look reads every page, the next ones within minutes read the store", async () => {
  await asked();
  const before = Date.now() - HOUR_MS;
  const first = await list({ now: before });
  expect(first).toMatchObject({ failure: null, syncedAt: expect.any(Number) });
  expect(first.templates).toHaveLength(20);
  expect(await asked()).toBe(1);
  await list({ now: before + 60_000 });
  expect(await asked()).toBe(0);
  await list();
  expect(await asked()).toBe(1);
});

test("what can be sent and what cannot come with status, category and reason, and without Meta's links", async () => {
  const { templates } = await list();
  const by = (name: string) => templates.find((template) => template.name === name);
  expect(by("flash_sale")).toMatchObject({ status: "PAUSED", quality: "RED", category: "MARKETING" });
  expect(by("free_money")).toMatchObject({ status: "REJECTED", reason: "PROMOTIONAL" });
  expect(by("autumn_sale")).toMatchObject({ status: "DISABLED" });
  expect(by("pickup_ready")).toMatchObject({ status: "PENDING", language: "pt_BR" });
  expect(by("new_this_week")?.parts.cards).toHaveLength(3);
  expect(by("delivery_update")?.parts.body?.examples).toEqual({ "1": "today", "2": "14:00", "3": "16:00" });
  expect(JSON.stringify(templates)).not.toContain("header_handle");
});

test("a webhook changes status and reason at once, without asking Meta", async () => {
  await asked();
  await control("PATCH", "templates/hello_again/en_US", { status: "PAUSED" });
  await calm();
  expect(await find("hello_again")).toMatchObject({ status: "PAUSED" });
  expect(await greet("hello_again")).toMatchObject({
    ok: false,
    error: { code: "template_not_approved", details: { status: "PAUSED" } },
  });
  await control("PATCH", "templates/hello_again/en_US", { status: "APPROVED" });
  await calm();
  expect(await find("hello_again")).toMatchObject({ status: "APPROVED" });
  expect(await asked()).toBe(0);
});

test("a webhook about new content has the list read again the next time somebody looks", async () => {
  await list();
  await control("PUT", "templates", {
    name: "hello_again",
    components: [{ type: "BODY", text: "Hello {{1}}, can we still help you?" }],
    isTold: true,
  });
  await calm();
  expect((await find("hello_again"))?.parts.body?.variables).toEqual(["1"]);
});

test("a new template is found by name at once, a deleted one disappears", async () => {
  await control("PUT", "templates", { name: "brand_new", components: [{ type: "BODY", text: "Hello" }] });
  expect(await find("brand_new")).toBeUndefined();
  expect(await find("brand_new", { isForced: true })).toMatchObject({ status: "APPROVED" });
  await control("DELETE", "templates/brand_new");
  expect(await find("brand_new", { isForced: true })).toBeUndefined();
});

test("a template that Meta reported deleted is gone before the list says so", async () => {
  await control("PUT", "templates", { name: "soon_gone", components: [{ type: "BODY", text: "Bye" }] });
  expect(await find("soon_gone", { isForced: true })).toBeDefined();
  await control("POST", "webhooks/raw", {
    channel: "whatsapp",
    isRetried: true,
    body: {
      object: "whatsapp_business_account",
      entry: [
        {
          id: ids.wabaId,
          time: Math.floor(Date.now() / 1000),
          changes: [
            {
              field: "message_template_status_update",
              value: {
                event: "DELETED",
                message_template_name: "soon_gone",
                message_template_language: "en-US",
              },
            },
          ],
        },
      ],
    },
  });
  await calm();
  expect(await find("soon_gone")).toBeUndefined();
});

test("a cursor that Meta no longer knows starts the list once more from the beginning", async () => {
  for (let at = 0; at < 90; at += 1) {
    await control("PUT", "templates", { name: `many_${at}`, components: [{ type: "BODY", text: "Hi" }] });
  }
  await asked();
  await control("POST", "faults", { kind: "error", endpoint: "templates", code: 131059 });
  expect(await list({ isForced: true })).toMatchObject({ failure: null });
  expect((await list()).templates.length).toBeGreaterThan(100);
  expect(await asked()).toBe(3);
});

test("while Meta cannot be asked the stored list is shown with the reason, and templates still go out", async () => {
  await list({ isForced: true });
  await control("POST", "faults", { kind: "server_error", endpoint: "templates", remaining: null });
  const later = Date.now() + HOUR_MS;
  expect(await list({ now: later })).toMatchObject({ failure: expect.any(String) });
  expect((await list({ now: later })).templates.length).toBeGreaterThan(100);
  expect(await greet("many_1")).toMatchObject({ ok: true, data: { text: "Hi" } });
  await control("DELETE", "faults");
});

test("several who look at once ask Meta once", async () => {
  await asked();
  await Promise.all([1, 2, 3, 4].map(() => list({ isForced: true })));
  expect(await asked()).toBe(2);
});

test("Instagram has no templates, nor has a channel that is not there", async () => {
  for (const id of [instagramChannelId, "wa_none", "a/b"]) {
    expect(await listTemplates({ actor: agent, channelId: id })).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  }
});
