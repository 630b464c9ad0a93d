import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectForm } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { forgetEnv } from "@/lib/env";
import { addAppSecret } from "@/lib/inbox/channels/add-app-secret";
import { connectChannel } from "@/lib/inbox/channels/connect";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { disconnectChannel } from "@/lib/inbox/channels/disconnect";
import { doorSecrets } from "@/lib/inbox/channels/door-secrets";
import { ensureEnvChannels } from "@/lib/inbox/channels/env-channels";
import { removeAppSecret } from "@/lib/inbox/channels/remove-app-secret";
import { renameChannel } from "@/lib/inbox/channels/rename";
import { replaceToken } from "@/lib/inbox/channels/replace-token";
import { returnToEnvironment } from "@/lib/inbox/channels/return-to-environment";
import { subscribeChannel } from "@/lib/inbox/channels/subscribe";
import { testConnection, testTyped } from "@/lib/inbox/channels/test-connection";
import { listManagedChannels } from "@/lib/inbox/read/list-managed-channels";
import { auditLog } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { type Simulator, startSimulator } from "@/simulator/start";
import { nextWorld, useWorld } from "../support/world";

useWorld("connect", { hasChannels: false });

const admin: Actor = { kind: "member", id: "admin-1", name: "Ada", role: "admin" };
const agent: Actor = { kind: "member", id: "agent-1", name: "Ben", role: "agent" };
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ isNewApp: true, appSecret: "the-app-secret-of-meta" });
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  Object.assign(process.env, {
    META_GRAPH_BASE_URL: simulator.url,
    INSTAGRAM_GRAPH_BASE_URL: simulator.url,
    CREDENTIALS_KEY: randomBytes(32).toString("base64"),
    WHATSAPP_PHONE_NUMBER_ID: "",
    WHATSAPP_ACCESS_TOKEN: "",
    WHATSAPP_BUSINESS_ACCOUNT_ID: "",
  });
  await nextWorld("connect");
  for (const document of (await channels().get()).docs) await document.ref.delete();
});

const add = async (body: Record<string, unknown>): Promise<Record<string, string>> => {
  const response = await fetch(`${simulator.url}/sim/accounts`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, string>;
};
const numberForm = (changes: Partial<Extract<ConnectForm, { type: "whatsapp" }>> = {}): ConnectForm => ({
  type: "whatsapp",
  phoneNumberId: "500600700800900",
  wabaId: "400500600700800",
  token: "simulator-whatsapp-token",
  appSecret: "the-app-secret-of-meta",
  ...changes,
});
const instagramForm = (changes: Partial<Extract<ConnectForm, { type: "instagram" }>>): ConnectForm => ({
  type: "instagram",
  login: "facebook",
  pageId: null,
  token: "simulator-instagram-token",
  appSecret: "the-app-secret-of-meta",
  ...changes,
});
const read = async (id: string) => {
  const channel = (await channels().doc(id).get()).data();
  if (!channel) throw new Error("The channel is not there");
  return channel;
};
async function connected(form: ConnectForm): Promise<string> {
  const done = await connectChannel(admin, form);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.data.channelId;
}
const actions = async () => (await auditLog().get()).docs.map((document) => document.data().action);

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

describe("a connected channel", () => {
  it("takes another token of the same number only, and goes on where it was paused", async () => {
    const second = await add({
      channel: "whatsapp",
      phoneNumberId: "999888777666555",
      wabaId: "400500600700800",
    });
    const id = await connected(numberForm());
    await channels()
      .doc(id)
      .update({ pause: { code: 190, subcode: null, at: 1, tokenHint: null } });
    const wrong = await replaceToken(admin, { channelId: id, secret: "EAAsomething-else" });
    expect(wrong).toMatchObject({ ok: false, error: { details: { problem: "token_refused" } } });
    const foreign = await replaceToken(admin, { channelId: id, secret: second.token ?? "" });
    expect(foreign.ok).toBe(false);
    expect((await read(id)).pause).not.toBeNull();
    expect(await replaceToken(admin, { channelId: id, secret: "simulator-whatsapp-token" })).toMatchObject({
      ok: true,
    });
    expect((await read(id)).pause).toBeNull();
    expect(await actions()).toContain("channel.token_replaced");
  });

  it("has several app secrets while one is changed, never none", async () => {
    const id = await connected(numberForm());
    const secret = "the-next-app-secret";
    expect(await addAppSecret(admin, { channelId: id, secret })).toMatchObject({ ok: true });
    expect(await addAppSecret(admin, { channelId: id, secret })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    const managed = (await listManagedChannels(admin))[id];
    expect(managed?.appSecrets.map(({ hint }) => hint)).toEqual(["cret", "meta"]);
    expect((await doorSecrets("whatsapp")).appSecrets).toContain(secret);
    const [, old] = managed?.appSecrets ?? [];
    expect(await removeAppSecret(admin, { channelId: id, id: old?.id ?? "" })).toMatchObject({ ok: true });
    const [last] = (await listManagedChannels(admin))[id]?.appSecrets ?? [];
    expect(await removeAppSecret(admin, { channelId: id, id: last?.id ?? "" })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
  });

  it("keeps its name and history when it is disconnected, loses its token, and can be connected again", async () => {
    const id = await connected(numberForm());
    await renameChannel(admin, { channelId: id, name: "Front desk" });
    expect(await disconnectChannel(admin, { channelId: id })).toMatchObject({ ok: true });
    const gone = await read(id);
    expect(gone).toMatchObject({
      isConnected: false,
      name: "Front desk",
      credentials: { token: null, verifyToken: null },
    });
    expect(await credentialsOf(gone)).toBeNull();
    expect(await testConnection(admin, { channelId: id })).toMatchObject({
      ok: false,
      error: { code: "channel_disconnected" },
    });
    expect(await connected(numberForm())).toBe(id);
    expect(await read(id)).toMatchObject({ isConnected: true, name: "Front desk", disconnectedAt: null });
    expect(await actions()).toEqual(
      expect.arrayContaining(["channel.renamed", "channel.disconnected", "channel.connected"]),
    );
  });

  it("shows agents nothing of how it is connected", async () => {
    await connected(numberForm());
    expect(await listManagedChannels(agent)).toEqual({});
    const shown = JSON.stringify(await listManagedChannels(admin));
    expect(shown).not.toContain("simulator-whatsapp-token");
    expect(shown).not.toContain("the-app-secret-of-meta");
  });
});
