import { globSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@/lib/domain/api/endpoints";
import type { ApiScope } from "@/lib/domain/member";
import { createApiKey } from "@/lib/inbox/api-keys/create";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { useApiKey } from "../api/call";
import { got } from "../auth/support/people";
import { useMediaFolder } from "../media/support";
import { useStandIn } from "../outbound/stand-in";
import { instagramChannelId, useWorld } from "../support/world";

useWorld("doors-api");
useStandIn();
useMediaFolder();
useApiKey();

const reading: readonly ApiScope[] = ["read"];
const sending: readonly ApiScope[] = ["send"];

/** Which scope of a key opens each route of the API, any one of those named. A new route has to be entered here. */
const scopes: Record<string, Record<string, readonly ApiScope[]>> = {
  "app/api/v1/contacts/[id]/route.ts": { GET: reading },
  "app/api/v1/contacts/route.ts": { GET: reading },
  "app/api/v1/conversations/[id]/messages/[messageId]/media/[slot]/route.ts": { GET: reading },
  "app/api/v1/conversations/[id]/messages/route.ts": { GET: reading, POST: sending },
  "app/api/v1/conversations/[id]/route.ts": { GET: reading },
  "app/api/v1/conversations/route.ts": { GET: reading },
  "app/api/v1/messages/route.ts": { POST: sending },
  "app/api/v1/status/route.ts": { GET: ["read", "admin"] },
  "app/api/v1/templates/route.ts": { GET: ["read", "send"] },
  "app/api/v1/uploads/route.ts": { POST: sending },
  "app/api/v1/webhook-events/[id]/replay/route.ts": { POST: ["admin"] },
  "app/api/v1/webhook-events/[id]/route.ts": { GET: ["read", "admin"] },
  "app/api/v1/webhook-events/route.ts": { GET: ["read", "admin"] },
};
/** What spans channels, and is closed to a key that is limited to some. */
const acrossChannels = (path: string) => path.includes("/webhook-events");

type Handler = (request: Request, context: unknown) => Promise<Response>;
const handlersIn = async (path: string): Promise<Record<string, Handler>> => {
  const all = (await import(/* @vite-ignore */ `@/${path}`)) as Record<string, Handler>;
  return Object.fromEntries(Object.entries(all).filter(([name]) => /^[A-Z]+$/.test(name)));
};

const keys = { none: "", wrong: "parley_wrong_0123456789abcdef", read: "", send: "", admin: "", limited: "" };
beforeAll(async () => {
  const make = async (given: ApiScope[], channelIds: string[] | null = null) =>
    got(await createApiKey(systemActor, { name: given.join(), scopes: given, channelIds, expiresAt: null }))
      .key;
  keys.read = await make(["read"]);
  keys.send = await make(["send"]);
  keys.admin = await make(["admin"]);
  keys.limited = await make(["read", "send", "admin"], [instagramChannelId]);
});
const holders = Object.keys(keys) as (keyof typeof keys)[];
const doors = Object.entries(scopes).flatMap(([path, named]) =>
  Object.entries(named).flatMap(([method, opening]) =>
    holders.map((holder) => ({ path, method, opening, holder })),
  ),
);

let calls = 0;
/** With ids that name nothing, a query that no route takes and a body that is not JSON. */
async function knock(path: string, method: string, key: string) {
  calls += 1;
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name ?? "", "__nothing__"]);
  const request = new Request("http://localhost:3000/x?limit=-1&cursor=%00", {
    method,
    // As from another machine each time, so that wrong keys do not slow each other down.
    headers: {
      "x-forwarded-for": `198.51.100.${calls % 250}`,
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(method === "GET" ? {} : { body: "{" }),
  });
  const answer = await (await handlersIn(path))[method]?.(request, {
    params: Promise.resolve(Object.fromEntries(names)),
  });
  return { status: answer?.status ?? 0, type: answer?.headers.get("content-type") ?? "" };
}

describe("every route of the API", () => {
  it("is entered here, and everything entered is there", async () => {
    const there: Record<string, string[]> = {};
    const routes = globSync("app/api/v1/**/route.ts").filter((path) => !path.includes("openapi"));
    for (const path of routes) there[path] = Object.keys(await handlersIn(path)).toSorted();
    const entered = Object.entries(scopes).map(([path, named]) => [path, Object.keys(named).toSorted()]);
    expect(Object.fromEntries(entered)).toEqual(there);
  });

  it("is described to integrators", () => {
    const described = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    const entered = Object.entries(scopes).flatMap(([path, named]) =>
      Object.keys(named).map((method) => {
        const address = path.replace(/^app\/api\/v1|\/route\.ts$/g, "").replace(/\[(\w+)\]/g, "{$1}");
        return `${method.toLowerCase()} ${address}`;
      }),
    );
    expect(entered.toSorted()).toEqual(described.toSorted());
  });

  it.each(doors)("$method $path answers the $holder key as it should", async (door) => {
    const { path, method, opening, holder } = door;
    const { status, type } = await knock(path, method, keys[holder]);
    if (holder === "none" || holder === "wrong") expect(status).toBe(401);
    else if (holder === "limited" && acrossChannels(path)) expect(status).toBe(403);
    else if (holder !== "limited" && !opening.includes(holder)) expect(status).toBe(403);
    else {
      expect([401, 403]).not.toContain(status);
      expect(status).toBeLessThan(500);
    }
    if (status >= 400) expect(type).toContain("application/problem+json");
  });
});
