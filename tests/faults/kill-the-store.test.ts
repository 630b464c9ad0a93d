import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { inParallel } from "./support/in-parallel";
import { countEvents, readThreads } from "./support/read-store";
import { useSingleServer } from "./support/single-server";
import { postText } from "./support/webhooks";

const MESSAGES = 1500;
const CUSTOMERS = 30;
const KILLS = 4;

const server = useSingleServer("kill-the-store");

it("has every acknowledged message once, when a single server's store is killed again and again under load", async () => {
  const startedAt = Date.now() - MESSAGES * 1000;
  const sent = Array.from({ length: MESSAGES }, (_, n) => ({
    id: `wamid.store.${n}`,
    phone: `1555${String(4_000_000 + (n % CUSTOMERS))}`,
    text: `message ${n}`,
    at: startedAt + n * 1000,
  }));
  const answers: number[] = [];
  const stores: number[] = [];
  const newStore = () =>
    vi.waitFor(() => expect(stores).not.toContain(server().pidOf("store")), { timeout: 30_000 });
  let isOver = false;
  const killing = (async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const enough = (MESSAGES / (KILLS + 1)) * kill;
      const isDue = () => expect(isOver || answers.length >= enough).toBe(true);
      await vi.waitFor(isDue, { timeout: 120_000, interval: 5 });
      await newStore();
      stores.push(server().pidOf("store"));
      await server().kill("store");
    }
  })();
  await inParallel(sent, 20, async (message) => {
    // As Meta does: the same again until it is answered 200.
    for (let status = 0; status !== 200; ) {
      status = await postText(server(), message);
      answers.push(status);
      if (status !== 200) await pause(200);
    }
  });
  isOver = true;
  await killing;
  expect(new Set(stores).size, "stores that were killed").toBe(KILLS);
  await newStore();
  expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);

  await vi.waitFor(async () => expect(await countEvents("received")).toBe(0), {
    timeout: 120_000,
    interval: 500,
  });
  expect(await countEvents("processed")).toBe(MESSAGES);
  expect(await countEvents("failed")).toBe(0);
  const threads = await readThreads();
  const messages = threads.flatMap((thread) => thread.messages);
  expect(messages.map((message) => message.providerMessageId).sort()).toEqual(
    sent.map(({ id }) => id).sort(),
  );
  for (const { conversation, messages: own } of threads) expect(conversation.unreadCount).toBe(own.length);
});

it("serves again when its app is killed", async () => {
  await server().kill("app");
  await vi.waitFor(async () => expect((await fetch(`${server().appUrl}/api/health`)).status).toBe(200), {
    timeout: 30_000,
  });
});

it("refuses a second start on the same folder, in one sentence", () => {
  const { code, said } = server().startSecond();
  expect(said.trim()).toMatch(/^Parley already runs on .+; stop that one first\.$/);
  expect(code).toBe(1);
});

it("starts at once after kill -9 of itself, and has everything", async () => {
  const ids = async () =>
    (await readThreads()).flatMap(({ messages }) => messages.map((message) => message.providerMessageId));
  const isThere = async () => expect(await ids()).toContain("wamid.before");
  expect(await postText(server(), textOf("wamid.before"))).toBe(200);
  await vi.waitFor(isThere, { timeout: 30_000 });
  await server().kill("supervisor");
  await server().start();
  await isThere();
});

it("stops its app, then its store, and ends with exit code 0 when asked", async () => {
  const parts = [server().pidOf("app"), server().pidOf("store")];
  expect(await server().stop()).toBe("exit code 0");
  expect(parts.map(isAlive)).toEqual([false, false]);
});

const textOf = (id: string) => ({ id, phone: "15554999999", text: "one more", at: Date.now() });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
