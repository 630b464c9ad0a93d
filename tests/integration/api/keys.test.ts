import { beforeAll, describe, expect, it } from "vitest";
import { GET as listContacts } from "@/app/api/v1/contacts/route";
import { POST as sendMessage } from "@/app/api/v1/conversations/[id]/messages/route";
import { GET as listConversations } from "@/app/api/v1/conversations/route";
import { POST as replay } from "@/app/api/v1/webhook-events/[id]/replay/route";
import type { NewApiKey } from "@/lib/domain/api-key";
import { apiKeyText, hashOfApiKey, newApiKeyText } from "@/lib/domain/api-key-text";
import type { Actor } from "@/lib/domain/member";
import { checkApiKey } from "@/lib/inbox/api-keys/check";
import { createApiKey } from "@/lib/inbox/api-keys/create";
import { KEY_FRESH_MS } from "@/lib/inbox/api-keys/known-keys";
import { listApiKeys } from "@/lib/inbox/api-keys/list";
import { revokeApiKey } from "@/lib/inbox/api-keys/revoke";
import { apiKeys } from "@/lib/store/api-keys";
import { auditLog } from "@/lib/store/audit-log";
import { failed, got } from "../auth/support/people";
import { useWorld, whatsappChannelId } from "../support/world";
import { apiKey, call, useApiKey } from "./call";

useWorld("api-keys");
useApiKey();

const admin: Actor = {
  kind: "member",
  id: "ada",
  name: "Ada",
  role: "admin",
  from: { address: "203.0.113.9", userAgent: "Test/1.0" },
};
const agent: Actor = { kind: "member", id: "ben", name: "Ben", role: "agent" };
const wanted: NewApiKey = { name: "Shop", scopes: ["read"], channelIds: null, expiresAt: null };

const make = async (changes: Partial<NewApiKey> = {}, now?: number) =>
  got(await createApiKey(admin, { ...wanted, ...changes }, now));

let calls = 0;
/** As from another machine each time, so that one test's failures are not another's. */
const from = () => {
  calls += 1;
  return { "x-forwarded-for": `198.51.100.${calls}` };
};

describe("an API key made here", () => {
  it("opens what its scopes open, until it is revoked", async () => {
    const { id, key } = await make();
    expect((await call(listConversations, { key })).status).toBe(200);
    got(await revokeApiKey(admin, { id }));
    const refused = await call(listConversations, { key, headers: from() });
    expect(refused.status).toBe(401);
    expect(refused.json).toMatchObject({
      code: "invalid_api_key",
      detail: expect.stringContaining("revoked"),
    });
  });

  it("is kept as a hash only", async () => {
    const { id, key } = await make();
    const stored = (await apiKeys().doc(id).get()).data();
    expect(stored).toMatchObject({
      hash: hashOfApiKey(key),
      lastFour: key.slice(-4),
      createdBy: { id: "ada" },
    });
    expect(JSON.stringify(stored)).not.toContain(key.split("_")[2]);
    const listed = got(await listApiKeys(admin)).find((each) => each.id === id);
    expect(listed).toMatchObject({ name: "Shop", state: "active" });
    expect(listed).not.toHaveProperty("hash");
  });

  it.each([
    ["read", listContacts, ["send", "admin"]],
    ["send", sendMessage, ["read", "admin"]],
    ["admin", replay, ["read", "send"]],
  ] as const)("is told that it lacks the scope %s", async (scope, route, others) => {
    const { key } = await make({ scopes: [...others] });
    const body = scope === "read" ? undefined : {};
    const refused = await call(route, { key, params: { id: "x" }, body });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({
      code: "forbidden",
      requiredScopes: [scope],
      detail: expect.stringContaining(`"${scope}"`),
    });
  });

  it("ends when it was said to", async () => {
    const now = Date.now();
    const { key } = await make({ expiresAt: now + 60_000 }, now);
    expect((await checkApiKey(key, now + 59_000)).ok).toBe(true);
    expect(failed(await checkApiKey(key, now + 60_000)).message).toContain("expired");
    expect(failed(await createApiKey(admin, { ...wanted, expiresAt: now - 1 }, now)).code).toBe(
      "bad_request",
    );
  });

  it("reaches the channels it is bound to", async () => {
    const { key } = await make({ channelIds: [whatsappChannelId] });
    expect(got(await checkApiKey(key, Date.now())).channelIds).toEqual([whatsappChannelId]);
  });

  it("is revoked in another process once that reads it anew, seconds later", async () => {
    const { id, key } = await make();
    const now = Date.now();
    expect((await checkApiKey(key, now)).ok).toBe(true);
    const row = got(await listApiKeys(admin)).find((each) => each.id === id);
    // As the other process does it: this one's memory is not told.
    await apiKeys()
      .doc(id)
      .update({ revokedAt: now, revokedBy: row?.createdBy ?? null });
    expect((await checkApiKey(key, now + KEY_FRESH_MS - 1)).ok).toBe(true);
    expect((await checkApiKey(key, now + KEY_FRESH_MS)).ok).toBe(false);
  });

  it("keeps when and from where it was used, once a minute", async () => {
    const { id, key } = await make();
    await call(listConversations, { key, headers: { "x-forwarded-for": "192.0.2.7" } });
    const used = () =>
      apiKeys()
        .doc(id)
        .get()
        .then((document) => document.data());
    await expect.poll(async () => (await used())?.lastUsedFrom).toBe("192.0.2.7");
    const first = await used();
    await call(listConversations, { key, headers: { "x-forwarded-for": "192.0.2.8" } });
    expect(await used()).toEqual(first);
  });
});

describe("a wrong key", () => {
  it("is answered the same whether its id exists or not", async () => {
    const { key } = await make();
    const stranger = newApiKeyText().key;
    const guess = apiKeyText(key.split("_")[1] ?? "", "0".repeat(33));
    const answers = [stranger, guess, "not-a-key"].map((text) =>
      call(listContacts, { key: text, headers: from() }),
    );
    const [unknown, wrong, odd] = await Promise.all(answers);
    expect(unknown?.json).toEqual(wrong?.json);
    expect(unknown?.json).toEqual(odd?.json);
    expect(unknown?.status).toBe(401);
  });

  it("is refused before any look-up once its address sent too many, and good keys go on", async () => {
    const { key } = await make();
    const headers = from();
    expect((await call(listContacts, { key, headers })).status).toBe(200);
    const tries = Array.from({ length: 31 }, () => call(listContacts, { key: newApiKeyText().key, headers }));
    await Promise.all(tries);
    const refused = await call(listContacts, { key: newApiKeyText().key, headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call(listContacts, { key, headers })).status).toBe(200);
    expect((await call(listContacts, { key: apiKey, headers })).status).toBe(200);
    expect((await call(listContacts, { key: newApiKeyText().key, headers: from() })).status).toBe(401);
  });
});

describe("the management of keys", () => {
  let id: string;
  beforeAll(async () => {
    id = (await make({ name: "Watched", scopes: ["read", "send"] })).id;
    got(await revokeApiKey(admin, { id }));
    got(await revokeApiKey(admin, { id }));
  });

  it("is an admin's", async () => {
    expect(failed(await createApiKey(agent, wanted)).code).toBe("forbidden");
    expect(failed(await revokeApiKey(agent, { id })).code).toBe("forbidden");
    expect(failed(await listApiKeys(agent)).code).toBe("forbidden");
    expect(failed(await revokeApiKey(admin, { id: "nothing" })).code).toBe("not_found");
  });

  it("leaves an entry for each change, once, with who and from where", async () => {
    const entries = (await auditLog().where("subject.id", "==", id).get()).docs.map((document) =>
      document.data(),
    );
    expect(entries.map(({ action }) => action).sort()).toEqual(["api_key.created", "api_key.revoked"]);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        actor: { id: "ada", name: "Ada" },
        subject: { kind: "api_key", name: "Watched" },
        from: { address: "203.0.113.9" },
      });
    }
    expect(entries.find(({ action }) => action === "api_key.created")?.detail).toMatchObject({
      scopes: "read, send",
      channels: "all",
    });
  });

  it("keeps a revoked key in the list with who revoked it", async () => {
    const listed = got(await listApiKeys(admin)).find((key) => key.id === id);
    expect(listed).toMatchObject({ state: "revoked", revokedBy: { name: "Ada" } });
  });
});
