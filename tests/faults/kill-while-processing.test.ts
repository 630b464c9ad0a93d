import { expect, it, vi } from "vitest";
import { inParallel } from "./support/in-parallel";
import { countEvents, readThreads } from "./support/read-store";
import { postText } from "./support/webhooks";
import { useFaultWorld } from "./support/world";

const MESSAGES = 1000;
const CUSTOMERS = 50;

const world = useFaultWorld("kill-while-processing");

it("keeps every one of 1,000 acknowledged messages, once, when the app is killed before it has processed them", async () => {
  const startedAt = Date.now() - MESSAGES * 1000;
  const sent = Array.from({ length: MESSAGES }, (_, n) => ({
    id: `wamid.fault.${n}`,
    phone: `1555${String(1_000_000 + (n % CUSTOMERS))}`,
    text: `message ${n}`,
    at: startedAt + n * 1000,
  }));
  const statuses = await inParallel(sent, 50, (message) => postText(world(), message));
  expect(new Set(statuses)).toEqual(new Set([200]));
  await world().killApp();
  const unprocessed = await countEvents("received");
  expect(unprocessed, "events that were acknowledged and not processed when the app died").toBeGreaterThan(0);

  await world().startAppAgain();
  await vi.waitFor(async () => expect(await countEvents("received")).toBe(0), {
    timeout: 150_000,
    interval: 500,
  });
  expect(await countEvents("processed")).toBe(MESSAGES);
  const threads = await readThreads();
  const messages = threads.flatMap((thread) => thread.messages);
  expect(threads).toHaveLength(CUSTOMERS);
  expect(messages.map((message) => message.providerMessageId).sort()).toEqual(
    sent.map(({ id }) => id).sort(),
  );
  for (const { conversation, messages: own } of threads) {
    expect(conversation.unreadCount).toBe(own.length);
    expect(conversation.lastMessage?.id).toBe(own.at(-1)?.id);
    const numbers = own.map((message) => Number(message.text?.split(" ")[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
});
