import { globSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { liveHub } from "@/lib/server/live/hub";
import { useMediaFolder } from "../media/support";
import { useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { admins, answerers, become, type Person, rowsOf, team } from "./who";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("doors-routes");
useStandIn();
useMediaFolder();
process.env.JOBS_SECRET = "a-secret-of-the-scheduler";
forgetEnv();
afterAll(() => liveHub().stop());

/** Who may call each route that a browser calls with its session. A new route has to be entered here. */
const whoMay: Record<string, Record<string, readonly Person[]>> = {
  "app/api/inbox/channels/route.ts": { GET: team },
  "app/api/inbox/contact-exports/route.ts": { POST: admins },
  "app/api/inbox/conversations/[id]/history/route.ts": { GET: admins },
  "app/api/inbox/conversations/[id]/messages/route.ts": { GET: team },
  "app/api/inbox/conversations/[id]/route.ts": { GET: team },
  "app/api/inbox/conversations/route.ts": { GET: team },
  "app/api/inbox/counts/route.ts": { GET: team },
  "app/api/inbox/live/route.ts": { GET: team },
  "app/api/inbox/media/[conversationId]/[messageId]/[slot]/route.ts": { GET: team },
  "app/api/inbox/members/route.ts": { GET: team },
  "app/api/inbox/templates/route.ts": { GET: answerers },
  "app/api/inbox/uploads/[id]/route.ts": { DELETE: answerers },
  "app/api/inbox/uploads/route.ts": { POST: answerers },
  "app/api/settings/audit/export/route.ts": { POST: admins },
  "app/api/settings/audit/route.ts": { GET: admins },
  "app/api/settings/setup/route.ts": { POST: admins },
  "app/api/settings/webhook-events/export/route.ts": { GET: admins, POST: admins },
  "app/api/settings/webhook-events/replay/route.ts": { GET: admins },
  "app/api/settings/webhook-events/route.ts": { GET: admins },
  "app/api/settings/webhooks/[id]/deliveries/route.ts": { GET: admins },
};

/** Routes without a session, each with what stands in its place and how it answers somebody who has nothing. */
const open: Record<string, Record<string, { status: number; why: string }>> = {
  "app/api/health/route.ts": { GET: { status: 200, why: "says nothing but health" } },
  "app/api/jobs/[name]/route.ts": { POST: { status: 401, why: "the jobs secret" } },
  "app/api/v1/openapi.json/route.ts": { GET: { status: 200, why: "a public description" } },
  "app/api/webhooks/instagram/route.ts": {
    GET: { status: 403, why: "the verify token" },
    POST: { status: 401, why: "Meta's signature" },
  },
  "app/api/webhooks/whatsapp/route.ts": {
    GET: { status: 403, why: "the verify token" },
    POST: { status: 401, why: "Meta's signature" },
  },
  "app/m/[token]/route.ts": { GET: { status: 404, why: "a signed token, one hour" } },
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
type Handler = (request: Request, context: unknown) => Promise<Response>;
const handlersIn = async (path: string): Promise<Record<string, Handler>> => {
  const all = (await import(/* @vite-ignore */ `@/${path}`)) as Record<string, Handler>;
  return Object.fromEntries(Object.entries(all).filter(([name]) => methods.includes(name)));
};
const flat = <T>(table: Record<string, Record<string, T>>) =>
  Object.entries(table).flatMap(([path, named]) =>
    Object.entries(named).map(([method, door]) => ({ path, method, door })),
  );

/** With an id that names nothing, a query that no route takes and a body that is none. */
async function knock(path: string, method: string, headers: Record<string, string>) {
  const handler = (await handlersIn(path))[method];
  const params = Object.fromEntries(
    [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name ?? "", "a/../__nothing__"]),
  );
  const gone = new AbortController();
  const request = new Request("http://localhost:3000/x?limit=-1&cursor=%00&tab=none&size=huge&only=", {
    method,
    headers: { host: "localhost:3000", ...headers },
    signal: gone.signal,
    ...(method === "GET" ? {} : { body: "{" }),
  });
  const answer = await handler?.(request, { params: Promise.resolve(params) });
  const isStream = answer?.headers.get("content-type")?.startsWith("text/event-stream");
  const text = isStream ? "" : await answer?.text();
  gone.abort();
  await answer?.body?.cancel().catch(() => undefined);
  return { status: answer?.status ?? 0, text: text ?? "" };
}

describe("every route", () => {
  it("is entered here or with the API's, and everything entered is there", async () => {
    const there: Record<string, string[]> = {};
    const routes = globSync("app/**/route.ts").filter(
      (path) => !path.startsWith("app/api/v1/") || path.includes("openapi"),
    );
    for (const path of routes) there[path] = Object.keys(await handlersIn(path)).toSorted();
    const entered = Object.entries({ ...whoMay, ...open }).map(([path, named]) => [
      path,
      Object.keys(named).toSorted(),
    ]);
    expect(Object.fromEntries(entered)).toEqual(there);
  });

  it.each(rowsOf(flat(whoMay)))("$door.method $door.path answers $person as it should", async (row) => {
    const { door, person } = row;
    await become(person);
    const { status, text } = await knock(door.path, door.method, { "sec-fetch-site": "same-origin" });
    if (person === "nobody") expect(status).toBe(401);
    else if (!door.door.includes(person)) expect(status).toBe(403);
    else {
      expect([401, 403]).not.toContain(status);
      expect(status).toBeLessThan(500);
    }
    expect(text).not.toMatch(/\bat .*\.ts:\d+/);
  });

  const writes = flat(whoMay).filter(({ method }) => method !== "GET");
  it.each(writes)("$method $path takes nothing from another site's page", async ({ path, method }) => {
    await become("admin");
    expect((await knock(path, method, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await knock(path, method, { origin: "https://evil.example" })).status).toBe(403);
    expect((await knock(path, method, {})).status).toBe(403);
  });

  it.each(flat(open))("$method $path is kept by $door.why", async ({ path, method, door }) => {
    await become("nobody");
    expect((await knock(path, method, {})).status).toBe(door.status);
  });
});
