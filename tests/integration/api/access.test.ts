import { describe, expect, it } from "vitest";
import { GET as listContacts } from "@/app/api/v1/contacts/route";
import { POST as sendMessage } from "@/app/api/v1/conversations/[id]/messages/route";
import { GET as getConversation } from "@/app/api/v1/conversations/[id]/route";
import { GET as listConversations } from "@/app/api/v1/conversations/route";
import { GET as getStatus } from "@/app/api/v1/status/route";
import { useWorld, whatsappChannelId } from "../support/world";
import { call, useApiKey } from "./call";

useWorld("api-access");
useApiKey({ API_RATE_LIMIT_PER_MINUTE: "40" });

describe("the HTTP API", () => {
  it.each([null, "wrong-key-0123456789", ""])("refuses the key %j with 401", async (key) => {
    const answer = await call(getStatus, { key });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json).toMatchObject({ code: "invalid_api_key", status: 401 });
  });

  it("tells channels, queues and versions", async () => {
    const answer = await call(getStatus);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      status: "ok",
      queues: { webhookEvents: 0, outbox: 0, unconfirmed: 0 },
      versions: { graph: "v26.0", parley: expect.any(String) },
    });
    expect(answer.json.channels).toContainEqual(
      expect.objectContaining({ id: whatsappChannelId, state: "ready" }),
    );
  });

  it("answers 404 for what is not there, also when an id is odd", async () => {
    for (const id of ["nobody", "a/b", "__x__", ".."]) {
      const answer = await call(getConversation, { params: { id } });
      expect(answer.status).toBe(404);
      expect(answer.json).toMatchObject({ code: "not_found" });
    }
  });

  it.each(["?limit=0", "?limit=101", "?limit=x"])("names what is wrong with %s", async (query) => {
    const answer = await call(listContacts, { query });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ code: "bad_request", errors: [{ path: "query.limit" }] });
  });

  it("refuses a cursor that is not ours", async () => {
    const answer = await call(listConversations, { query: "?cursor=rubbish" });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json).toMatchObject({ code: "bad_request" });
  });

  it("refuses a body that is not JSON, and one without text", async () => {
    const params = { id: "wa_1__wa_2" };
    expect((await call(sendMessage, { params, body: "{" })).json).toMatchObject({ code: "bad_request" });
    expect((await call(sendMessage, { params, body: {} })).json).toMatchObject({ code: "bad_request" });
  });

  it("answers 429 with Retry-After once a key asks too often", async () => {
    const answers = await Promise.all(Array.from({ length: 45 }, () => call(listContacts)));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.json).toMatchObject({ code: "rate_limited" });
    }
  });
});
