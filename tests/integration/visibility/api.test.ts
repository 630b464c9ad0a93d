import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createApiKey } from "@/lib/inbox/api-keys/create";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { useApiKey } from "../api/call";
import { got } from "../auth/support/people";
import { useMediaFolder } from "../media/support";
import { useStandIn } from "../outbound/stand-in";
import { instagramChannelId, useWorld } from "../support/world";
import { hiddenThread, markersOf, openThread, type Thread } from "./two-channels";

useWorld("visibility-api");
useStandIn();
useMediaFolder();
useApiKey();

type Ask = { params?: Record<string, string>; query?: string };
/** How to ask a route for what is on a thread's channel. A new GET route of the API has to be entered here. */
const asks: Record<string, (thread: Thread) => Ask> = {
  "app/api/v1/contacts/[id]/route.ts": ({ contact: { id } }) => ({ params: { id } }),
  "app/api/v1/contacts/route.ts": () => ({ query: "?limit=100" }),
  "app/api/v1/conversations/[id]/messages/[messageId]/media/[slot]/route.ts": (thread) => ({
    params: { id: thread.conversation.id, messageId: thread.message.id, slot: "0" },
  }),
  "app/api/v1/conversations/[id]/messages/route.ts": ({ conversation: { id } }) => ({ params: { id } }),
  "app/api/v1/conversations/[id]/route.ts": ({ conversation: { id } }) => ({ params: { id } }),
  "app/api/v1/conversations/route.ts": () => ({ query: "?limit=100" }),
  "app/api/v1/status/route.ts": () => ({}),
  "app/api/v1/templates/route.ts": ({ conversation }) => ({
    query: `?channelId=${conversation.channelId}`,
  }),
  "app/api/v1/webhook-events/[id]/route.ts": () => ({ params: { id: "wa_none" } }),
  "app/api/v1/webhook-events/route.ts": () => ({}),
};
/** Holds nothing of anybody's. */
const elsewhere = ["app/api/v1/openapi.json/route.ts"];

const routes = globSync("app/api/v1/**/route.ts")
  .toSorted()
  .filter((path) => /^export (const GET\b|function GET\b)/m.test(readFileSync(path, "utf8")));

let hidden: Thread;
let open: Thread;
const keys = { limited: "", whole: "" };
beforeAll(async () => {
  hidden = await hiddenThread();
  open = await openThread();
  const make = async (channelIds: string[] | null) => {
    const wanted = { name: "Key", scopes: ["read" as const, "admin" as const], channelIds, expiresAt: null };
    return got(await createApiKey(systemActor, wanted)).key;
  };
  keys.limited = await make([instagramChannelId]);
  keys.whole = await make(null);
});

async function ask(path: string, thread: Thread, key: string) {
  const { params = {}, query = "" } = asks[path]?.(thread) ?? {};
  const { GET } = await import(/* @vite-ignore */ `@/${path}`);
  const request = new Request(`http://localhost:3000/x${query}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const answer: Response = await GET(request, { params: Promise.resolve(params) });
  return { status: answer.status, text: await answer.text() };
}

describe("every read of the API", () => {
  it("is entered here", () => {
    expect([...Object.keys(asks), ...elsewhere].toSorted()).toEqual(routes);
  });

  it.each(Object.keys(asks))("%s tells nothing of a channel that a key is kept from", async (path) => {
    for (const thread of [hidden, open]) {
      const { text } = await ask(path, thread, keys.limited);
      for (const marker of markersOf(hidden)) expect(text).not.toContain(marker);
    }
  });

  it.each(Object.keys(asks).filter((path) => !/templates|webhook/.test(path)))(
    "%s answers on the key's own channel, and to a key for all on every channel",
    async (path) => {
      expect((await ask(path, open, keys.limited)).status).toBe(200);
      const { status, text } = await ask(path, hidden, keys.whole);
      expect(status).toBe(200);
      expect(markersOf(hidden).some((marker) => text.includes(marker))).toBe(true);
    },
  );

  it("keeps webhook events, which span channels, from a key that is limited to some", async () => {
    const path = "app/api/v1/webhook-events/route.ts";
    expect((await ask(path, open, keys.limited)).status).toBe(403);
    expect((await ask(path, open, keys.whole)).status).toBe(200);
  });
});
