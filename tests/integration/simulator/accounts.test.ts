import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Simulator, startSimulator } from "@/simulator/start";

type Posted = { path: string; body: string; signature: string };

const posted: Posted[] = [];
let simulator: Simulator;
const app = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://app");
  if (request.method === "GET") {
    const isOurs = url.searchParams.get("hub.verify_token") === "our-verify-token";
    response.writeHead(isOurs ? 200 : 403).end(isOurs ? url.searchParams.get("hub.challenge") : "");
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const signature = String(request.headers["x-hub-signature-256"]);
  posted.push({ path: url.pathname, body: Buffer.concat(chunks).toString(), signature });
  response.writeHead(200).end("EVENT_RECEIVED");
});
let appUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  simulator = await startSimulator({ isNewApp: true });
});
afterAll(async () => {
  await simulator.stop();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

async function call(method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(`${simulator.url}/${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const add = async (body: Record<string, unknown>) => (await call("POST", "sim/accounts", body)).json;
const DAY = 24 * 60 * 60 * 1000;

describe("a second WhatsApp number", () => {
  it("opens to its own token alone, is listed with its business account, and signs with its own secret", async () => {
    const second = await add({ channel: "whatsapp" });
    const third = await add({ channel: "whatsapp", wabaId: second.wabaId, token: second.token });
    const numbers = await call("GET", `v26.0/${second.wabaId}/phone_numbers`, undefined, second.token);
    expect(numbers.json.data.map(({ id }: { id: string }) => id)).toEqual([
      second.phoneNumberId,
      third.phoneNumberId,
    ]);
    expect(
      (await call("GET", `v26.0/${second.phoneNumberId}`, undefined, "simulator-whatsapp-token")).status,
    ).toBe(400);

    const refused = { callbackUrl: `${appUrl}/hooks/wa`, verifyToken: "another" };
    expect((await call("PUT", "sim/app/webhooks/whatsapp", refused)).status).toBe(400);
    const taken = await call("PUT", "sim/app/webhooks/whatsapp", {
      ...refused,
      verifyToken: "our-verify-token",
    });
    expect(taken.json).toMatchObject({ isVerified: true });

    const person = await call("POST", "sim/customers", {
      channel: "whatsapp",
      phone: "+15550001111",
      accountId: second.phoneNumberId,
    });
    const write = () =>
      call("POST", `sim/customers/${person.json.id}/messages`, { kind: "text", text: "Hi" });
    await write();
    await call("POST", "sim/flush", { isHurried: true });
    expect(posted).toHaveLength(0);
    const subscribed = await call("GET", `v26.0/${second.wabaId}/subscribed_apps`, undefined, second.token);
    expect(subscribed.json.data).toEqual([]);
    await call("POST", `v26.0/${second.wabaId}/subscribed_apps`, {}, second.token);
    await write();
    await call("POST", "sim/flush", { isHurried: true });
    expect(posted).toHaveLength(1);
    const [post] = posted;
    expect(post?.path).toBe("/hooks/wa");
    expect(JSON.parse(post?.body ?? "{}").entry[0]).toMatchObject({
      id: second.wabaId,
      changes: [{ value: { metadata: { phone_number_id: second.phoneNumberId } } }],
    });
    const expected = createHmac("sha256", second.appSecret)
      .update(post?.body ?? "")
      .digest("hex");
    expect(post?.signature).toBe(`sha256=${expected}`);
  });
});

describe("Instagram Login", () => {
  it("exchanges a short token with the app's secret for one of 60 days, once", async () => {
    const account = await add({ channel: "instagram", login: "instagram" });
    const exchange = (secret: string, token: string) =>
      call("GET", `access_token?grant_type=ig_exchange_token&client_secret=${secret}&access_token=${token}`);
    expect((await exchange("another", account.token)).json.error.code).toBe(1);
    const { json } = await exchange(account.appSecret, account.token);
    expect(json).toMatchObject({ token_type: "bearer", expires_in: 60 * 24 * 60 * 60 });
    expect((await exchange(account.appSecret, json.access_token)).json.error.code).toBe(452);
    const me = await call("GET", "v26.0/me?fields=user_id,username", undefined, json.access_token);
    expect(me.json).toMatchObject({ user_id: account.accountId, username: account.username });
    expect(me.json.id).not.toBe(account.accountId);
    expect((await call("GET", `v26.0/${account.pageId}`, undefined, json.access_token)).status).toBe(400);
  });

  it("refreshes a token from its second day until it is over", async () => {
    const refresh = (token: string) =>
      call("GET", `refresh_access_token?grant_type=ig_refresh_token&access_token=${token}`);
    const fresh = await add({ channel: "instagram", login: "instagram", isLong: true });
    expect((await refresh(fresh.token)).json.error.code).toBe(100);
    const old = await add({ channel: "instagram", login: "instagram", isLong: true, ageMs: 59 * DAY });
    expect((await refresh(old.token)).json).toMatchObject({ expires_in: 60 * 24 * 60 * 60 });
    const over = await add({ channel: "instagram", login: "instagram", isLong: true, ageMs: 61 * DAY });
    expect((await refresh(over.token)).json.error.code).toBe(190);
  });

  it("with a Page's token names the account that is linked to it", async () => {
    const account = await add({ channel: "instagram" });
    const me = await call(
      "GET",
      "v26.0/me?fields=id,name,instagram_business_account{id,username}",
      undefined,
      account.token,
    );
    expect(me.json).toMatchObject({
      id: account.pageId,
      instagram_business_account: { id: account.accountId, username: account.username },
    });
  });
});
