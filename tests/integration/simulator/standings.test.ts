import { describe, expect, it } from "vitest";
import {
  accountId,
  appSecret,
  instagramToken,
  pageId,
  phoneNumberId,
  useMeta,
  wabaId,
} from "./support/use-meta";

const meta = useMeta();
const appId = "700100200300400";
const appToken = `${appId}|${appSecret}`;
const stand = (id: string, body: object) => meta.sim("PATCH", `/sim/accounts/${id}`, body);
const app = (body: object) => meta.sim("PATCH", "/sim/app", body);

describe("a token", () => {
  it("that is no longer valid is told so, and refused wherever it is used", async () => {
    await stand(phoneNumberId, { token: { isValid: false } });
    const told = await meta.graph(
      "GET",
      "debug_token?input_token=wa-token-of-the-suite",
      undefined,
      appToken,
    );
    expect(told.json.data).toMatchObject({ is_valid: false, expires_at: 0 });
    expect((await meta.graph("GET", phoneNumberId)).error?.code).toBe(190);
    expect((await meta.graph("GET", "me", undefined, instagramToken)).status).toBe(200);
    await meta.sim("DELETE", `/sim/accounts/${phoneNumberId}`);
    expect((await meta.graph("GET", phoneNumberId)).status).toBe(200);
  });

  it("ends at its time", async () => {
    await stand(phoneNumberId, { token: { expiresAt: Date.now() + 60_000 } });
    expect((await meta.graph("GET", phoneNumberId)).status).toBe(200);
    await meta.sim("POST", "/sim/clock", { advanceMs: 61_000 });
    expect((await meta.graph("GET", phoneNumberId)).error?.code).toBe(190);
  });

  it("may be another app's and may do less", async () => {
    await stand(phoneNumberId, { token: { appId: "1", scopes: ["public_profile"] } });
    const told = await meta.graph("GET", "debug_token?input_token=wa-token-of-the-suite");
    expect(told.json.data).toMatchObject({ app_id: "1", scopes: ["public_profile"] });
  });
});

describe("a number", () => {
  it("has what it is given on its node", async () => {
    await stand(phoneNumberId, { node: { quality_rating: "RED" } });
    await stand(phoneNumberId, { node: { status: "BANNED" } });
    const { json } = await meta.graph("GET", `${phoneNumberId}?fields=quality_rating,status,name_status`);
    expect(json).toMatchObject({ quality_rating: "RED", status: "BANNED", name_status: "APPROVED" });
  });

  it("may be missing from its account, and the app from the subscribed ones", async () => {
    await stand(phoneNumberId, { isListed: false, isSubscribed: false });
    expect((await meta.graph("GET", `${wabaId}/phone_numbers`)).json.data).toEqual([]);
    expect((await meta.graph("GET", `${wabaId}/subscribed_apps`)).json.data).toEqual([]);
  });
});

describe("an Instagram account", () => {
  const read = (path: string) => meta.graph("GET", path, undefined, instagramToken);

  it("may be another than the Page's, keep its messages to itself and subscribe to less", async () => {
    expect((await read(`${pageId}/conversations`)).status).toBe(200);
    await stand(accountId, {
      linkedAccountId: "1",
      areMessagesAllowed: false,
      subscribedFields: ["comments"],
    });
    const page = await read(`${pageId}?fields=instagram_business_account`);
    expect(page.json.instagram_business_account).toEqual({ id: "1" });
    expect((await read(`${pageId}/conversations`)).error?.code).toBe(10);
    expect((await read(`${pageId}/subscribed_apps`)).json.data[0].subscribed_fields).toEqual(["comments"]);
  });
});

describe("the app", () => {
  it("tells its webhooks to who speaks as the app, and to nobody else", async () => {
    const { json } = await meta.graph("GET", `${appId}/subscriptions`, undefined, appToken);
    expect(json.data[0]).toMatchObject({
      object: "whatsapp_business_account",
      callback_url: `${meta.app().url}/api/webhooks/whatsapp`,
      active: true,
    });
    expect(json.data[0].fields).toContainEqual({ name: "messages", version: "v26.0" });
    expect((await meta.graph("GET", `${appId}/subscriptions`)).error?.code).toBe(15);
  });

  it("may send elsewhere, to fewer fields, or nowhere", async () => {
    await app({ webhooks: { whatsapp: { fields: ["calls"] }, instagram: { callbackUrl: null } } });
    await app({ webhooks: { whatsapp: { callbackUrl: "https://elsewhere.example/hook" } } });
    const { json } = await meta.graph("GET", `${appId}/subscriptions`, undefined, appToken);
    expect(json.data).toEqual([
      {
        object: "whatsapp_business_account",
        callback_url: "https://elsewhere.example/hook",
        active: true,
        fields: [{ name: "calls", version: "v26.0" }],
      },
    ]);
  });

  it("hears another time from Meta when the clocks differ", async () => {
    await app({ dateSkewMs: 90_000 });
    const answer = await fetch(new URL("/v26.0/me", meta.url()), {
      headers: { authorization: `Bearer ${appToken}` },
    });
    const aheadMs = Date.parse(answer.headers.get("date") ?? "") - Date.now();
    expect(aheadMs).toBeGreaterThan(85_000);
    expect(aheadMs).toBeLessThan(95_000);
  });
});
