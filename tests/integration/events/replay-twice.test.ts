import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { downloadsAreIdle } from "@/lib/inbox/media/downloader";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { outbox } from "@/lib/store/outbox";
import { eventsWithoutBody } from "@/lib/store/webhook-events";
import { allFixtures } from "@/tests/fixtures/webhooks/load";
import { setEnv } from "../outbound/stand-in";
import { fromCustomer, instagramBody, whatsappBody, whatsappStatus, whatsappText } from "../support/bodies";
import { deliver, settled } from "../support/deliver";
import { dumpEverything } from "../support/dump-everything";
import { dumpStore } from "../support/dump-store";
import { nextWorld, useWorld } from "../support/world";

useWorld("replay-twice");

const fixtures = allFixtures();
let meta: Server;
let folder = "";
/** What was asked of Meta. */
let asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-replay-"));
  meta = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const isSend = request.method === "POST";
    const sent = { messaging_product: "whatsapp", messages: [{ id: `wamid.sent-${asked.length}` }] };
    const gone = { error: { code: 100, error_subcode: 33, message: "It does not exist" } };
    response.writeHead(isSend ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(isSend ? sent : gone));
  });
  await new Promise<void>((resolve) => meta.listen(0, "127.0.0.1", resolve));
  setEnv({
    META_GRAPH_BASE_URL: `http://127.0.0.1:${(meta.address() as AddressInfo).port}`,
    WHATSAPP_ACCESS_TOKEN: "test-token",
    INSTAGRAM_ACCESS_TOKEN: "test-token",
    MEDIA_DIR: folder,
  });
});
afterAll(async () => {
  await calm();
  meta.closeAllConnections();
  await new Promise((resolve) => meta.close(resolve));
  setEnv({ MEDIA_DIR: "" });
  rmSync(folder, { recursive: true, force: true });
});

const ann = { waId: "4915100000777", name: "Ann" };
const startedAt = Date.now();
const nowS = Math.floor(Date.now() / 1000);
/** Traffic with something of everything that reaches outside: a word that is answered by itself, a picture. */
const traffic = [
  ["whatsapp", whatsappBody(whatsappText("wamid.live1", nowS - 30, "Hello", ann))],
  ["whatsapp", whatsappBody(whatsappText("wamid.live2", nowS - 20, "STOP", ann))],
  [
    "instagram",
    instagramBody(fromCustomer("777001", Date.now() - 9_000, { message: { mid: "live3", text: "Hi" } })),
  ],
  ["whatsapp", whatsappBody(whatsappStatus("wamid.live4", "delivered", nowS - 5))],
  ["whatsapp", whatsappBody(whatsappText("wamid.live5", nowS - 3, "START", ann))],
] as const;

it("replaying everything twice, in any order, leaves every document as it was and asks nothing of Meta", async () => {
  for (const { channel, body } of fixtures) await deliver(channel, body);
  for (const [channel, body] of traffic) await deliver(channel, body);
  await calm();
  expect(asked.some((line) => line.startsWith("POST"))).toBe(true);
  const ids = (await eventsWithoutBody().get()).docs.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  const before = await dumpEverything();
  asked = [];

  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(ids, { minLength: ids.length }),
      fc.boolean(),
      async (order, isAtOnce) => {
        if (isAtOnce) await Promise.all(order.map(replayed));
        else for (const id of order) await replayed(id);
        await calm();
        expect(await dumpEverything()).toEqual(before);
        expect(asked).toEqual([]);
      },
    ),
    { numRuns: 2, seed: 20_261_126, endOnFailure: true },
  );
}, 240_000);

it("replays between live traffic end in the store that the traffic alone makes", async () => {
  const expected = await storeAfter([]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0 }), { minLength: 20, maxLength: 60 }), async (picks) => {
      expect(await storeAfter(picks)).toEqual(expected);
    }),
    { numRuns: 3, seed: 20_261_126, endOnFailure: true },
  );
}, 240_000);

/** A third of the fixtures and the traffic, one after another; between them `picks` of what came so far are replayed. */
async function storeAfter(picks: readonly number[]): Promise<unknown> {
  await nextWorld("replay-twice");
  const bodies = [
    ...fixtures.filter((_, at) => at % 3 === 0).map(({ channel, body }) => [channel, body] as const),
    ...traffic,
  ];
  const came: string[] = [];
  const replaying: Promise<void>[] = [];
  const left = [...picks];
  for (const [channel, body] of bodies) {
    came.push((await deliver(channel, body)).id);
    for (const pick of left.splice(0, 2)) replaying.push(replayed(came[pick % came.length] ?? ""));
  }
  await Promise.all(replaying);
  await calm();
  const waiting = (await outbox().get()).docs.map(({ id }) => id);
  return { store: withoutSends(await dumpStore()), outbox: waiting.sort() };
}

/** What we sent ourselves has a time of its own in each run, and an id that counts on. */
function withoutSends(dump: unknown): unknown {
  const text = JSON.stringify(dump).replaceAll(/wamid\.sent-\d+/g, "wamid.sent");
  return JSON.parse(text, (key, value) => {
    if (key === "providerMessages") return Object.keys(value).length;
    return typeof value === "number" && value >= startedAt ? "since the start" : value;
  });
}

async function replayed(id: string): Promise<void> {
  const result = await replayWebhookEvent(systemActor, id);
  if (!result.ok) throw new Error(result.error.message);
}

async function calm(): Promise<void> {
  await settled();
  await downloadsAreIdle();
  await vi.waitFor(
    async () => {
      const moving = outbox().where("state", "in", ["queued", "sending"]);
      if ((await moving.get()).size > 0) throw new Error("Something is still going out");
    },
    { timeout: 10_000 },
  );
}
