import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as exportAll, GET as exportBare } from "@/app/api/settings/webhook-events/export/route";
import { revealEventAction } from "@/lib/actions/webhook-events";
import type { Actor } from "@/lib/domain/member";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { revealWebhookEvent } from "@/lib/inbox/ingest/reveal-event";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { exportWebhookEvents } from "@/lib/inbox/read/export-webhook-events";
import { readEventDetails } from "@/lib/inbox/read/read-event-details";
import { auditLog } from "@/lib/store/audit-log";
import { browser } from "../auth/support/browser";
import { got, member, signIn } from "../auth/support/people";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("reveal-events");
beforeEach(() => browser.reset());

const secret = "The blue vase, please";
const ada = { waId: "4915100000042", name: "Ada Lovelace" };
const personal = /blue vase|4915100000042|Lovelace/;
let event: WebhookEvent;

beforeAll(async () => {
  for (let n = 0; n < 230; n += 1) {
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText(`wamid.E${n}`, 1_795_000_000 + n, `${secret} ${n}`, ada)),
    );
  }
  event = await deliver("whatsapp", whatsappBody(whatsappText("wamid.ONE", 1_795_001_000, secret, ada)));
});

const entries = async (action: string) =>
  (await auditLog().where("action", "==", action).get()).docs.map((document) => document.data());

describe("an event's body", () => {
  it("comes without what a person wrote or is", async () => {
    const details = got(await readEventDetails(systemActor, event.id));
    expect(details.body?.text).toContain('"phone_number_id": "100200300400500"');
    expect(details.body?.text).toContain('"type": "text"');
    expect(JSON.stringify(details)).not.toMatch(personal);
    expect(await entries("webhook_event.revealed")).toEqual([]);
  });

  it("is shown whole to an admin who asks, and the audit log keeps who looked", async () => {
    const admin = await member("admin");
    await signIn(admin);
    const answer = await revealEventAction({ id: event.id });
    expect(answer?.data?.text).toMatch(/The blue vase, please/);
    const [entry, ...more] = await entries("webhook_event.revealed");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      actor: { kind: "member", id: admin.id },
      subject: { kind: "webhook_event", id: event.id },
      from: { address: "203.0.113.1" },
    });
    expect(JSON.stringify(entry)).not.toMatch(personal);
  });

  it("is shown to nobody else, and asking leaves no entry", async () => {
    const before = (await entries("webhook_event.revealed")).length;
    for (const role of ["agent", "viewer"] as const) {
      await signIn(await member(role));
      expect((await revealEventAction({ id: event.id }))?.serverError?.code).toBe("forbidden");
    }
    const key: Actor = { kind: "api", id: "k", name: "k", scopes: ["read", "send", "admin"] };
    expect(await revealWebhookEvent(key, event.id)).toMatchObject({ error: { code: "forbidden" } });
    expect(await revealWebhookEvent(systemActor, "wa_nothing")).toMatchObject({
      error: { code: "not_found" },
    });
    expect(await revealWebhookEvent(systemActor, "a/b")).toMatchObject({ error: { code: "not_found" } });
    expect(await entries("webhook_event.revealed")).toHaveLength(before);
  });
});

describe("the export", () => {
  const url = "https://inbox.example.com/api/settings/webhook-events/export";
  const context = { params: Promise.resolve({}) };
  const post = (headers: Record<string, string>) =>
    exportAll(new Request(`${url}?id=wamid.ONE`, { method: "POST", headers }), context);

  it("has every event that is meant once, a line each, without content", async () => {
    await signIn(await member("admin"));
    const answer = await exportBare(new Request(`${url}?kind=message.text`), context);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="webhook-events-\d{4}-\d\d-\d\d\.jsonl"$/,
    );
    const text = await answer.text();
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; receivedAt: string });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(231);
    expect(lines.map(({ receivedAt }) => receivedAt)).toEqual(
      lines
        .map(({ receivedAt }) => receivedAt)
        .sort()
        .reverse(),
    );
    expect(text).not.toMatch(personal);
    expect(await entries("webhook_event.exported")).toEqual([]);
  });

  it("has the content for an admin's own page only, and is in the audit log before the first byte", async () => {
    await signIn(await member("agent"));
    expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(403);
    await signIn(await member("admin"));
    expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(await entries("webhook_event.exported")).toEqual([]);
    const answer = await post({ "sec-fetch-site": "same-origin" });
    const [entry] = await entries("webhook_event.exported");
    expect(entry).toMatchObject({ actor: { kind: "member" }, detail: { byId: true } });
    expect(JSON.stringify(entry?.detail)).not.toContain("wamid");
    expect(JSON.parse(await answer.text())).toMatchObject({
      id: event.id,
      body: { entry: [{ changes: [{ value: { messages: [{ text: { body: secret } }] } }] }] },
    });
  });

  it("reads no more than a page ahead of who takes the lines", async () => {
    const lines = got(await exportWebhookEvents(systemActor, {}, { withContent: false }));
    expect((await lines.next()).done).toBe(false);
    await lines.return();
    expect((await lines.next()).done).toBe(true);
  });
});
