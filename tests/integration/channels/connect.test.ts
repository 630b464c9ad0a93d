import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { connectChannel } from "@/lib/inbox/channels/connect";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { disconnectChannel } from "@/lib/inbox/channels/disconnect";
import { doorSecrets } from "@/lib/inbox/channels/door-secrets";
import { ensureEnvChannels } from "@/lib/inbox/channels/env-channels";
import { returnToEnvironment } from "@/lib/inbox/channels/return-to-environment";
import { subscribeChannel } from "@/lib/inbox/channels/subscribe";
import { testConnection, testTyped } from "@/lib/inbox/channels/test-connection";
import { auditLog } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { useWorld } from "../support/world";
import {
  actions,
  add,
  admin,
  agent,
  connected,
  instagramForm,
  numberForm,
  read,
  simulator,
  useConnecting,
} from "./support/connecting";

useWorld("connect", { hasChannels: false });
useConnecting("connect");

describe("connecting a WhatsApp number", () => {
  it("keeps what Meta says of it, its secrets sealed, and tells the audit log no secret", async () => {
    const id = await connected(numberForm());
    const channel = await read(id);
    expect(channel).toMatchObject({
      name: "Parley demo shop",
      displayPhone: "+1 555-014-7700",
      isConnected: true,
      source: "settings",
      health: { quality: "GREEN", messagingLimit: "TIER_10K" },
      connectedBy: { id: "admin-1", name: "Ada" },
      tokenInfo: { appId: "700100200300400", expiresAt: null },
    });
    expect(await credentialsOf(channel)).toMatchObject({
      token: "simulator-whatsapp-token",
      baseUrl: simulator.url,
    });
    const stored = JSON.stringify((await channels().doc(id).get()).data());
    const told = JSON.stringify((await auditLog().get()).docs.map((document) => document.data()));
    for (const secret of ["simulator-whatsapp-token", "the-app-secret-of-meta"]) {
      expect(stored).not.toContain(secret);
      expect(told).not.toContain(secret);
    }
    expect(await actions()).toEqual(["channel.connected"]);
    expect((await doorSecrets("whatsapp")).appSecrets).toContain("the-app-secret-of-meta");
  });

  it.each([
    ["token", { token: "EAAanother-token" }, "token_refused", "token"],
    ["number", { phoneNumberId: "111222333444555" }, "number_not_found", "phoneNumberId"],
    ["business account", { wabaId: "111222333444555" }, "account_not_found", "wabaId"],
    ["app secret", { appSecret: "another-app-secret" }, "app_secret_wrong", "appSecret"],
  ])("says that the %s is wrong, and stores nothing", async (_what, changes, problem, field) => {
    const done = await connectChannel(admin, numberForm(changes));
    expect(done).toMatchObject({
      ok: false,
      error: { code: "provider_rejected", details: { problem, field } },
    });
    expect(await testTyped(admin, numberForm(changes))).toMatchObject({
      ok: false,
      error: { details: { problem } },
    });
    expect((await channels().get()).size).toBe(0);
  });

  it("says that a number is another business account's", async () => {
    const second = await add({ channel: "whatsapp", token: "simulator-whatsapp-token" });
    const done = await connectChannel(admin, numberForm({ wabaId: second.wabaId }));
    expect(done).toMatchObject({ ok: false, error: { details: { problem: "wrong_account" } } });
  });

  it("connects several numbers, each with its own secrets", async () => {
    const second = await add({ channel: "whatsapp", name: "Second shop" });
    const first = await connected(numberForm());
    const form = numberForm({
      phoneNumberId: second.phoneNumberId,
      wabaId: second.wabaId,
      token: second.token,
      appSecret: second.appSecret,
    });
    const other = await connected(form);
    expect((await credentialsOf(await read(other)))?.token).toBe(second.token);
    expect((await credentialsOf(await read(first)))?.token).toBe("simulator-whatsapp-token");
    expect(await connectChannel(admin, form)).toMatchObject({ ok: false, error: { code: "conflict" } });
  });

  it("is refused without a key to seal with, and to agents", async () => {
    expect(await connectChannel(agent, numberForm())).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    process.env.CREDENTIALS_KEY = "";
    forgetEnv();
    expect(await connectChannel(admin, numberForm())).toMatchObject({
      ok: false,
      error: { code: "no_credentials_key" },
    });
    expect((await channels().get()).size).toBe(0);
  });

  it("counts templates and tells which apps get the webhooks, before and after subscribing", async () => {
    const second = await add({ channel: "whatsapp" });
    const id = await connected(
      numberForm({
        phoneNumberId: second.phoneNumberId,
        wabaId: second.wabaId,
        token: second.token,
        appSecret: second.appSecret,
      }),
    );
    const before = await testConnection(admin, { channelId: id });
    expect(before).toMatchObject({ ok: true, data: { apps: [], found: { quality: "GREEN" } } });
    expect(before.ok && before.data.found.templateCount).toBeGreaterThan(3);
    expect(await subscribeChannel(admin, { channelId: id })).toMatchObject({
      ok: true,
      data: [{ name: "Parley" }],
    });
    expect(await actions()).toContain("channel.subscribed");
  });
});

describe("a channel of the environment", () => {
  beforeEach(async () => {
    Object.assign(process.env, {
      WHATSAPP_PHONE_NUMBER_ID: "500600700800900",
      WHATSAPP_BUSINESS_ACCOUNT_ID: "400500600700800",
      WHATSAPP_ACCESS_TOKEN: "simulator-whatsapp-token",
    });
    forgetEnv();
    await ensureEnvChannels();
  });

  it("is taken over by the settings, and given back", async () => {
    const id = await connected(numberForm());
    expect(await read(id)).toMatchObject({ source: "settings", isConnected: true });
    expect(await returnToEnvironment(admin, { channelId: id })).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ source: "env", isConnected: true, credentials: null });
    expect((await credentialsOf(await read(id)))?.token).toBe("simulator-whatsapp-token");
  });

  it("stays disconnected at the next start once it was disconnected in the settings", async () => {
    const id = "wa_500600700800900";
    await disconnectChannel(admin, { channelId: id });
    vi.resetModules();
    const again = await import("@/lib/inbox/channels/env-channels");
    await again.ensureEnvChannels();
    expect(await read(id)).toMatchObject({ isConnected: false });
    expect(await credentialsOf(await read(id))).toBeNull();
  });
});

describe("an Instagram account", () => {
  it("is found by its Page's token", async () => {
    const id = await connected(instagramForm({}));
    expect(await read(id)).toMatchObject({
      login: "facebook",
      providerId: "17841400000001234",
      pageId: "300400500600700",
      username: "parley.demo",
    });
  });

  it("of Instagram Login gets a token of 60 days for a short one, and is named as webhooks name it", async () => {
    const account = await add({ channel: "instagram", login: "instagram" });
    const id = await connected(
      instagramForm({ login: "instagram", token: account.token, appSecret: account.appSecret }),
    );
    const channel = await read(id);
    expect(channel).toMatchObject({ login: "instagram", providerId: account.accountId, pageId: null });
    expect((await credentialsOf(channel))?.token).not.toBe(account.token);
    const days = ((channel.tokenInfo?.expiresAt ?? 0) - Date.now()) / (24 * 60 * 60 * 1000);
    expect(days).toBeGreaterThan(59.9);
    expect(await subscribeChannel(admin, { channelId: id })).toMatchObject({
      ok: true,
      data: [{ fields: expect.arrayContaining(["messages", "messaging_postbacks"]) }],
    });
  });

  it.each([
    ["a wrong Instagram app secret", "another-app-secret", null, "app_secret_wrong"],
    ["a token that is none", null, "IGAAanother-token", "token_refused"],
  ])("is not connected with %s", async (_what, appSecret, token, problem) => {
    const account = await add({ channel: "instagram", login: "instagram" });
    const form = instagramForm({
      login: "instagram",
      token: token ?? account.token,
      appSecret: appSecret ?? account.appSecret,
    });
    expect(await connectChannel(admin, form)).toMatchObject({ ok: false, error: { details: { problem } } });
  });
});
