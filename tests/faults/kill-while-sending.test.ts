import { expect, it, vi } from "vitest";
import { inParallel } from "./support/in-parallel";
import { countOnTheirWay, readThreads } from "./support/read-store";
import { useFaultWorld } from "./support/world";

const CUSTOMERS = 20;
const EACH = 5;
const MESSAGES = CUSTOMERS * EACH;

type OnPhone = { items: { from: string; text: string | null }[] };

const world = useFaultWorld("kill-while-sending");

it("reaches each phone once or says unconfirmed, when the app is killed in the middle of sending 100 messages", async () => {
  const customers = await makeCustomers();
  // So that some sends are on the wire when the app dies: accepted by Meta, the answer not read.
  await world().sim("POST", "/sim/faults", { kind: "slow", endpoint: "send", ms: 800, remaining: null });
  await vi.waitFor(async () => expect(await readThreads()).toHaveLength(CUSTOMERS), { timeout: 30_000 });
  const threads = await readThreads();
  const statuses = await inParallel(threads, CUSTOMERS, ({ conversation }) => sendAll(conversation.id));
  expect(new Set(statuses.flat())).toEqual(new Set([201]));

  await vi.waitFor(
    async () => expect((await arrived(customers)).length).toBeGreaterThanOrEqual(MESSAGES / 4),
    {
      timeout: 60_000,
      interval: 20,
    },
  );
  await world().killApp();
  expect((await arrived(customers)).length, "messages sent when the app died").toBeLessThan(MESSAGES);

  await world().startAppAgain();
  await vi.waitFor(async () => expect(await countOnTheirWay()).toBe(0), { timeout: 150_000, interval: 500 });
  await world().sim("POST", "/sim/flush", { timeoutMs: 60_000 });

  const onPhones = await arrived(customers);
  expect(new Set(onPhones).size, "no phone has a message twice").toBe(onPhones.length);
  const outbound = (await readThreads())
    .flatMap((thread) => thread.messages)
    .filter((message) => message.direction === "outbound");
  expect(outbound).toHaveLength(MESSAGES);
  const lost = outbound.filter(
    (message) => !onPhones.includes(message.text ?? "") && message.status !== "unconfirmed",
  );
  expect(lost, "neither on the phone nor shown as unconfirmed").toEqual([]);
  const pretended = outbound.filter((message) => message.status === "failed" || message.status === "queued");
  expect(pretended).toEqual([]);
});

async function makeCustomers(): Promise<string[]> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, n) => n);
  return inParallel(numbers, 5, async (n) => {
    const customer = await world().sim<{ id: string }>("POST", "/sim/customers", {
      channel: "whatsapp",
      name: `Customer ${n}`,
      phone: `1555${2_000_000 + n}`,
    });
    await world().sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "text", text: "hello" });
    return customer.id;
  });
}

async function sendAll(conversationId: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < EACH; n += 1)
    statuses.push(await send(conversationId, `reply ${n} to ${conversationId}`));
  return statuses;
}

async function send(conversationId: string, text: string): Promise<number> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/messages`;
  const response = await fetch(`${world().appUrl}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${world().secrets.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ kind: "text", text }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** The texts from the business on all phones, with repeats. */
async function arrived(customers: string[]): Promise<string[]> {
  const phones = await inParallel(customers, 10, (id) =>
    world().sim<OnPhone>("GET", `/sim/customers/${id}/messages`),
  );
  return phones.flatMap(({ items }) =>
    items.filter((row) => row.from === "business").map((row) => row.text ?? ""),
  );
}
