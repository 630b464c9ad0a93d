import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { retryWaitsMs } from "@/lib/domain/webhook-back-off";
import { claimDelivery, LEASE_MS, recoverInterrupted } from "@/lib/inbox/webhooks/claim";
import { readWebhook } from "@/lib/inbox/webhooks/list";
import { rollSecret } from "@/lib/inbox/webhooks/roll-secret";
import { sendAgain } from "@/lib/inbox/webhooks/send-again";
import { resumeWebhook } from "@/lib/inbox/webhooks/set-active";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { failed, got } from "../auth/support/people";
import {
  admin,
  deliveries,
  somethingHappens,
  subscribe,
  unsubscribeAll,
  useReceiver,
  worker,
} from "./receiver";

const receiver = useReceiver("webhook-delivery");

const received = { events: ["message.received" as const] };
const log = async () => (await deliveries()).sort((a, b) => a.createdAt - b.createdAt);

afterEach(async () => {
  receiver.reset();
  await unsubscribeAll();
});

/** The receiver's code that docs/api.md gives, as it stands there. */
async function documentedVerify() {
  const docs = readFileSync("docs/api.md", "utf8");
  const code = /```js\n(import [\s\S]*?export function verify[\s\S]*?)```/.exec(docs)?.[1];
  if (!code) throw new Error("docs/api.md shows no verify()");
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return module.verify as (headers: Record<string, string>, body: string, secret: string) => boolean;
}

describe("a delivery", () => {
  it("is signed so that the documented code takes it, and nothing that was changed", async () => {
    const verify = await documentedVerify();
    const { secret } = await subscribe(receiver.url(), received);
    await somethingHappens();
    await worker().send();
    const [{ headers, body } = { headers: {} as Record<string, string>, body: "" }] = receiver.received;
    expect(headers["webhook-id"]).toBe(JSON.parse(body).id);
    expect(verify(headers, body, secret)).toBe(true);
    expect(verify(headers, `${body} `, secret)).toBe(false);
    expect(verify({ ...headers, "webhook-id": "evt_other" }, body, secret)).toBe(false);
    const old = String(Number(headers["webhook-timestamp"]) - 600);
    expect(verify({ ...headers, "webhook-timestamp": old }, body, secret)).toBe(false);
  });

  it("is signed with both secrets for a day after a roll, then with the new one", async () => {
    const verify = await documentedVerify();
    const { id, secret } = await subscribe(receiver.url(), received);
    const rolled = got(await rollSecret(admin, { id }));
    await somethingHappens();
    await worker().send();
    const [first] = receiver.received;
    expect(first?.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const each of [secret, rolled.secret])
      expect(verify(first?.headers ?? {}, first?.body ?? "", each)).toBe(true);
    await webhookSubscriptions().doc(id).update({ "oldSecret.until": Date.now() });
    await somethingHappens();
    await worker().send();
    const second = receiver.received[1];
    expect(second?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
    expect(verify(second?.headers ?? {}, second?.body ?? "", rolled.secret)).toBe(true);
  });

  it("is tried again after ever longer waits, until it has failed for good", async () => {
    receiver.answer = () => ({ status: 500 });
    await subscribe(receiver.url(), received);
    await somethingHappens();
    let now = Date.now();
    for (const waitMs of retryWaitsMs) {
      await worker({ now: () => now }).send();
      const [row] = await deliveries();
      expect(row).toMatchObject({ state: "waiting", dueAt: now + waitMs });
      await worker({ now: () => now + waitMs - 1 }).send();
      now += waitMs;
    }
    await worker({ now: () => now }).send();
    const [row] = await deliveries();
    expect(row).toMatchObject({ state: "failed", dueAt: null });
    expect(row?.attempts).toHaveLength(retryWaitsMs.length + 1);
    expect(row?.attempts[0]).toEqual({
      at: expect.any(Number),
      status: 500,
      durationMs: expect.any(Number),
      error: null,
    });
    expect(receiver.received).toHaveLength(retryWaitsMs.length + 1);
    expect(new Set(receiver.received.map(({ json }) => json.id)).size).toBe(1);
  });

  it("waits as long as the receiver asks for", async () => {
    receiver.answer = () => ({ status: 429, headers: { "retry-after": "900" } });
    await subscribe(receiver.url(), received);
    await somethingHappens();
    const now = Date.now();
    await worker({ now: () => now }).send();
    expect((await deliveries())[0]?.dueAt).toBe(now + 900_000);
  });

  it("is sent again when somebody asks, one or all that failed", async () => {
    receiver.answer = () => ({ status: 500 });
    const { id } = await subscribe(receiver.url(), received);
    await somethingHappens();
    await somethingHappens();
    let now = Date.now();
    for (const waitMs of [0, ...retryWaitsMs]) {
      now += waitMs;
      await worker({ now: () => now }).send();
    }
    expect((await log()).map(({ state }) => state)).toEqual(["failed", "failed"]);
    await resume(id);
    receiver.reset();
    const [first] = await log();
    got(await sendAgain(admin, { subscriptionId: id, deliveryId: first?.id ?? "" }));
    await worker().send();
    expect(
      (await log())
        .filter(({ type }) => type !== "gap")
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["delivered", "failed"]);
    expect(got(await sendAgain(admin, { subscriptionId: id, deliveryId: null })).count).toBe(1);
    await worker().send();
    expect((await log()).filter(({ type }) => type !== "gap").map(({ state }) => state)).toEqual([
      "delivered",
      "delivered",
    ]);
    expect(receiver.received).toHaveLength(2);
    expect(failed(await sendAgain(admin, { subscriptionId: id, deliveryId: "no" })).code).toBe("not_found");
  });

  it("does not follow a redirect", async () => {
    receiver.answer = (path) =>
      path === "/hook" ? { status: 307, headers: { location: receiver.url("/elsewhere") } } : { status: 204 };
    await subscribe(receiver.url(), received);
    await somethingHappens();
    await worker().send();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
    expect((await deliveries())[0]).toMatchObject({ state: "waiting", attempts: [{ status: 307 }] });
  });

  it("that is held up by its receiver holds up no other's", async () => {
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    receiver.answer = (path) => (path === "/slow" ? never.then(() => ({ status: 204 })) : { status: 204 });
    const slow = await subscribe(receiver.url("/slow"), received);
    const quick = await subscribe(receiver.url("/quick"), received);
    await somethingHappens();
    const { kick } = worker({ timeoutMs: 400 });
    const held = kick(slow.id);
    await kick(quick.id);
    expect((await deliveries()).find(({ subscriptionId }) => subscriptionId === quick.id)?.state).toBe(
      "delivered",
    );
    await held;
    end();
    const row = (await deliveries()).find(({ subscriptionId }) => subscriptionId === slow.id);
    expect(row).toMatchObject({ state: "waiting", attempts: [{ status: null, error: "timeout" }] });
  });

  it("of a sender that was killed is sent by another once its lease is over", async () => {
    await subscribe(receiver.url(), received);
    await somethingHappens();
    const now = Date.now();
    const [row] = await deliveries();
    expect(await claimDelivery(row?.id ?? "", "killed", now)).not.toBeNull();
    expect(await claimDelivery(row?.id ?? "", "another", now)).toBeNull();
    await recoverInterrupted(now + LEASE_MS - 1);
    await worker().send();
    expect(receiver.received).toEqual([]);
    await recoverInterrupted(now + LEASE_MS);
    await worker({ now: () => now + LEASE_MS }).send();
    expect(receiver.received).toHaveLength(1);
    expect((await deliveries())[0]).toMatchObject({
      state: "delivered",
      attempts: [{ error: "interrupted" }, { status: 204 }],
    });
  });

  it("goes out once, however many processes send", async () => {
    await subscribe(receiver.url(), received);
    for (let at = 0; at < 6; at += 1) await somethingHappens();
    await Promise.all(Array.from({ length: 4 }, () => worker().send()));
    const ids = receiver.received.map(({ json }) => json.id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });
});

async function resume(id: string): Promise<void> {
  const row = got(await readWebhook(admin, id));
  if (!row.isActive) got(await resumeWebhook(admin, { id }));
}
