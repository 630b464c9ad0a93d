import { setTimeout as pause } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { countEvents, readThreads } from "./support/read-store";
import { useFaultWorld } from "./support/world";

const STOPPED_MS = 20_000;
const EVERY_MS = 250;

type Sent = { items: { state: string; attempts: { status: number | null }[] }[] };

const world = useFaultWorld("store-stopped");

it("answers 503 while the store stands still for 20 s, and has everything once Meta has tried again", async () => {
  const customer = await world().sim<{ id: string }>("POST", "/sim/customers", {
    channel: "whatsapp",
    name: "Patient customer",
    phone: "15553000000",
  });
  const sent: string[] = [];
  const write = async () => {
    const { providerMessageId } = await world().sim<{ providerMessageId: string }>(
      "POST",
      `/sim/customers/${customer.id}/messages`,
      { kind: "text", text: `message ${sent.length}` },
    );
    sent.push(providerMessageId);
  };
  await write();
  await vi.waitFor(async () => expect(await countEvents("processed")).toBe(1), { timeout: 30_000 });

  world().store.child.signal("SIGSTOP");
  // The store has to stand still for a while under traffic: this wait is the fault itself.
  const end = Date.now() + STOPPED_MS;
  while (Date.now() < end) {
    await write();
    await pause(EVERY_MS);
  }
  world().store.child.signal("SIGCONT");

  await vi.waitFor(
    async () => {
      const { isEmpty } = await world().sim<{ isEmpty: boolean }>("POST", "/sim/flush", {
        timeoutMs: 5000,
        isHurried: true,
      });
      expect(isEmpty).toBe(true);
    },
    { timeout: 120_000, interval: 500 },
  );
  const { items } = await world().sim<Sent>("GET", "/sim/webhooks?limit=1000");
  const statuses = items.flatMap((row) => row.attempts.map((attempt) => attempt.status));
  expect(statuses).toContain(503);
  expect(items.every((row) => row.attempts.at(-1)?.status === 200)).toBe(true);

  await vi.waitFor(async () => expect(await countEvents("received")).toBe(0), {
    timeout: 90_000,
    interval: 500,
  });
  const messages = (await readThreads()).flatMap((thread) => thread.messages);
  expect(messages.map((message) => message.providerMessageId).sort()).toEqual(sent.toSorted());
  expect(await countEvents("failed")).toBe(0);
});
