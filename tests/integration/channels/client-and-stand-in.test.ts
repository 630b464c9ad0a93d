import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChannelCredentials, channelClient, type OutgoingMessage } from "@/lib/channels/client";
import { describeGraphError } from "@/lib/channels/graph/error-catalogue";
import { type Simulator, startSimulator } from "@/simulator/start";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());

const whatsapp = (rest: Partial<ChannelCredentials> = {}) => {
  const { phoneNumberId, wabaId, token } = simulator.world.options.whatsapp;
  const base = { type: "whatsapp" as const, baseUrl: simulator.url, version: "v26.0" };
  return channelClient({ ...base, token, phoneNumberId, wabaId, ...rest });
};
const instagram = (rest: Partial<ChannelCredentials> = {}) => {
  const { accountId, pageId, token } = simulator.world.options.instagram;
  const base = { type: "instagram" as const, baseUrl: simulator.url, version: "v26.0" };
  return channelClient({ ...base, token, accountId, pageId, ...rest });
};

async function customer(body: Record<string, unknown>) {
  const response = await fetch(`${simulator.url}/sim/customers`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const made = (await response.json()) as { id: string; bsuid: string | null; igsid: string | null };
  return made;
}

async function write(id: string, text: string): Promise<string> {
  const response = await fetch(`${simulator.url}/sim/customers/${id}/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "text", text }),
  });
  return ((await response.json()) as { providerMessageId: string }).providerMessageId;
}

const text = (to: Partial<OutgoingMessage["to"]>, body: string): OutgoingMessage => ({
  to: { waId: null, bsuid: null, igsid: null, ...to },
  content: { kind: "text", text: body },
  replyToProviderMessageId: null,
  callbackData: "01PARLEYMESSAGE",
});

describe("the WhatsApp client and the stand-in for Meta", () => {
  it("writes to a phone number and to a username-only customer", async () => {
    const withPhone = await customer({ channel: "whatsapp", phone: "351910000001", lastWroteAgoMs: 1000 });
    expect(withPhone.id).toBeTruthy();
    expect(await whatsapp().sendMessage(text({ waId: "351910000001" }, "Olá"))).toMatchObject({
      ok: true,
      data: { contactIds: { waId: "351910000001" } },
    });
    const hidden = await customer({ channel: "whatsapp", username: "mika", lastWroteAgoMs: 1000 });
    expect(await whatsapp().sendMessage(text({ bsuid: hidden.bsuid }, "Hei"))).toMatchObject({
      ok: true,
      data: { contactIds: { waId: null, bsuid: hidden.bsuid } },
    });
  });

  it("answers a message, marks it as read and shows typing", async () => {
    const { id } = await customer({ channel: "whatsapp", phone: "351910000002" });
    const providerMessageId = await write(id, "Bom dia");
    const options = { isTyping: true, recipientId: null };
    expect(await whatsapp().markRead(providerMessageId, options)).toEqual({ ok: true, data: null });
    expect(await whatsapp().markRead(providerMessageId, { ...options, isTyping: false })).toMatchObject({
      ok: true,
    });
    const reply = { ...text({ waId: "351910000002" }, "Olá"), replyToProviderMessageId: providerMessageId };
    expect(await whatsapp().sendMessage(reply)).toMatchObject({ ok: true });
  });

  it("hears why Meta refuses: the window, an unknown template, a dead token", async () => {
    await customer({ channel: "whatsapp", phone: "351910000003" });
    const closed = await whatsapp().sendMessage(text({ waId: "351910000003" }, "Olá"));
    expect(closed).toMatchObject({ ok: false, failure: { outcome: "rejected", code: 131047 } });
    const template = await whatsapp().sendMessage({
      ...text({ waId: "351910000003" }, ""),
      content: { kind: "template", name: "no_such_template", language: "pt_PT", components: [] },
    });
    expect(template).toMatchObject({ ok: false, failure: { outcome: "rejected", code: 132001 } });
    const dead = await whatsapp({ token: "dead" }).sendMessage(text({ waId: "351910000003" }, "Olá"));
    expect(dead).toMatchObject({ ok: false, failure: { outcome: "rejected", code: 190 } });
    if (!dead.ok) expect(describeGraphError("whatsapp", dead.failure.code, null).retry).toBe("refresh_token");
  });

  it("pages through every template, one at a time", async () => {
    const names: string[] = [];
    for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
      const page = await whatsapp().listTemplates({ limit: 1, after });
      if (!page.ok) throw new Error(page.failure.message);
      names.push(...page.data.items.map((template) => `${template.name} ${template.language}`));
      after = page.data.nextCursor;
    }
    const all = await whatsapp().listTemplates({ limit: 100, after: null });
    expect(names.length).toBeGreaterThan(1);
    expect(all.ok && all.data.items.map((template) => `${template.name} ${template.language}`)).toEqual(
      names,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("reads health and token and subscribes the app", async () => {
    expect(await whatsapp().readHealth()).toMatchObject({
      ok: true,
      data: { displayPhone: expect.any(String) },
    });
    expect(await whatsapp().debugToken()).toMatchObject({ ok: true, data: { isValid: true } });
    expect(await whatsapp().subscribeApp()).toEqual({ ok: true, data: null });
  });
});

describe("the Instagram client and the stand-in for Meta", () => {
  it("writes, marks as seen and shows typing, as the Page and as the account", async () => {
    const { id, igsid } = await customer({ channel: "instagram", username: "chloe.vert" });
    const mid = await write(id, "Bonjour");
    for (const client of [instagram(), instagram({ pageId: undefined })]) {
      expect(await client.sendMessage(text({ igsid }, "Oui"))).toMatchObject({ ok: true });
      const quoting = { ...text({ igsid }, "Oui"), replyToProviderMessageId: mid };
      expect(await client.sendMessage(quoting)).toMatchObject({ ok: true });
      expect(await client.markRead(mid, { isTyping: false, recipientId: igsid })).toMatchObject({ ok: true });
      expect(await client.markRead(mid, { isTyping: true, recipientId: igsid })).toMatchObject({ ok: true });
    }
  });

  it("reads a profile, and lives with one that is denied or unknown", async () => {
    const make = async (profile: string) => {
      const made = await customer({ channel: "instagram", username: `someone.${profile}`, profile });
      await write(made.id, "Bonjour");
      return instagram().fetchProfile(made.igsid ?? "");
    };
    expect(await make("visible")).toMatchObject({ state: "ready", username: "someone.visible" });
    expect(await make("needs_consent")).toEqual({ state: "denied" });
    expect(await make("unknown")).toEqual({ state: "unknown" });
  });

  it("hears that the window is closed", async () => {
    const { igsid } = await customer({ channel: "instagram", lastWroteAgoMs: 25 * 60 * 60 * 1000 });
    const result = await instagram().sendMessage(text({ igsid }, "Oui"));
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const { code, subcode } = result.failure;
    expect(describeGraphError("instagram", code, subcode).reason).toBe("instagram_window_closed");
  });

  it("reads the account's name and token and subscribes the app", async () => {
    expect(await instagram().readHealth()).toMatchObject({
      ok: true,
      data: { username: expect.any(String) },
    });
    expect(await instagram().debugToken()).toMatchObject({ ok: true, data: { isValid: true } });
    expect(await instagram().subscribeApp()).toEqual({ ok: true, data: null });
    expect(await instagram({ pageId: undefined }).subscribeApp()).toEqual({ ok: true, data: null });
  });
});
