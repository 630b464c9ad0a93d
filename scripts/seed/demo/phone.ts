import type { Play } from "./script";

export type Phone = { customerId: string; write(body: Record<string, unknown>): Promise<string> };

/** A customer's phone at the stand-in for Meta: what is written on it arrives as signed webhooks. */
export async function phoneOf(simulatorUrl: string, play: Play): Promise<Phone> {
  const { channel, name, phone, username } = play;
  const customer = await post<{ id: string }>(simulatorUrl, "/sim/customers", {
    channel,
    name,
    phone,
    username,
  });
  const path = `/sim/customers/${customer.id}/messages`;
  return {
    customerId: customer.id,
    write: async (body) =>
      (await post<{ providerMessageId: string }>(simulatorUrl, path, body)).providerMessageId,
  };
}

/** Waits until every webhook so far was answered with 200. */
export async function flush(simulatorUrl: string): Promise<void> {
  await post(simulatorUrl, "/sim/flush", { timeoutMs: 20_000 });
}

async function post<T>(base: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
