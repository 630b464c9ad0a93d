import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { retryWaitsMs, STOP_AFTER_MS } from "@/lib/domain/webhook-back-off";
import { claimDelivery, LEASE_MS, recoverInterrupted } from "@/lib/inbox/webhooks/claim";
import { deleteWebhook } from "@/lib/inbox/webhooks/delete";
import { listWebhooks, readWebhook } from "@/lib/inbox/webhooks/list";
import { listDeliveries } from "@/lib/inbox/webhooks/list-deliveries";
import { createPoster } from "@/lib/inbox/webhooks/post";
import { rollSecret } from "@/lib/inbox/webhooks/roll-secret";
import { sendAgain } from "@/lib/inbox/webhooks/send-again";
import { sendTestEvent } from "@/lib/inbox/webhooks/send-test";
import { pauseWebhook, resumeWebhook } from "@/lib/inbox/webhooks/set-active";
import { updateWebhook } from "@/lib/inbox/webhooks/update";
import { auditLog } from "@/lib/store/audit-log";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { failed, got } from "../auth/support/people";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import {
  admin,
  agent,
  deliveries,
  seconds,
  subscribe,
  unsubscribeAll,
  useReceiver,
  worker,
} from "./receiver";

const receiver = useReceiver("webhook-delivery");
const { post } = createPoster({ isLoopbackAllowed: true });

let count = 0;
/** A customer writes, and the webhooks that this makes are worked out. */
async function somethingHappens(): Promise<void> {
  count += 1;
  const person = { waId: `49151100${1000 + count}`, name: "Ada" };
  await deliver("whatsapp", whatsappBody(whatsappText(`wamid.D${count}`, seconds(), "Hello", person)));
  await worker().collect();
}
const received = { events: ["message.received" as const] };
const log = async () => (await deliveries()).sort((a, b) => a.createdAt - b.createdAt);
const entriesOf = async (id: string) =>
  (await auditLog().where("subject.id", "==", id).get()).docs.map((document) => document.data());

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

describe("a webhook", () => {
  it("is stopped at once by 410, and says so in the audit log", async () => {
    receiver.answer = () => ({ status: 410 });
    const { id } = await subscribe(receiver.url(), received);
    await somethingHappens();
    await worker().send();
    expect(got(await readWebhook(admin, id))).toMatchObject({ isActive: false, disabledReason: "gone" });
    expect((await deliveries())[0]?.state).toBe("failed");
    expect(await entriesOf(id)).toContainEqual(
      expect.objectContaining({
        action: "webhook.disabled",
        actor: expect.objectContaining({ kind: "system" }),
      }),
    );
  });

  it("is stopped after days without a success, and not by single failures", async () => {
    const { id } = await subscribe(receiver.url(), received);
    receiver.answer = (_path, nth) => ({ status: nth === 2 ? 204 : 503 });
    await somethingHappens();
    const start = Date.now();
    await worker({ now: () => start }).send();
    expect(got(await readWebhook(admin, id))).toMatchObject({ isActive: true, failingSince: start });
    await worker({ now: () => start + STOP_AFTER_MS }).send();
    expect(got(await readWebhook(admin, id))).toMatchObject({ isActive: true, failingSince: null });
    await somethingHappens();
    await worker({ now: () => start + STOP_AFTER_MS }).send();
    await somethingHappens();
    await worker({ now: () => start + 2 * STOP_AFTER_MS }).send();
    expect(got(await readWebhook(admin, id))).toMatchObject({ isActive: false, disabledReason: "failing" });
  });

  it("that is paused sends nothing, and on resuming says what time is missing", async () => {
    const { id } = await subscribe(receiver.url(), received);
    await somethingHappens();
    got(await pauseWebhook(admin, { id }));
    await somethingHappens();
    await worker().run();
    expect(receiver.received).toEqual([]);
    expect(failed(await sendAgain(admin, { subscriptionId: id, deliveryId: null })).code).toBe("conflict");
    got(await resumeWebhook(admin, { id }));
    await somethingHappens();
    await worker().run();
    expect(receiver.received).toHaveLength(2);
    expect((await log()).map(({ state }) => state).sort()).toEqual(["delivered", "delivered", "gap"]);
  });

  it("answers a test event with the receiver's code, also while it is paused", async () => {
    const { id } = await subscribe(receiver.url(), received);
    got(await pauseWebhook(admin, { id }));
    receiver.answer = () => ({ status: 418 });
    expect(got(await sendTestEvent(admin, { id }, post))).toMatchObject({ status: 418, error: null });
    expect(receiver.types()).toEqual(["webhook.test"]);
    expect((await deliveries())[0]).toMatchObject({ state: "failed", type: "webhook.test" });
  });

  it("shows its log by state, newest first, page by page", async () => {
    const { id } = await subscribe(receiver.url(), received);
    for (let at = 0; at < 3; at += 1) await somethingHappens();
    const query = { subscriptionId: id, state: null, cursor: null, limit: 2 };
    const first = got(await listDeliveries(admin, query));
    expect(first.items).toHaveLength(2);
    const second = got(await listDeliveries(admin, { ...query, cursor: first.nextCursor }));
    expect(second.items).toHaveLength(1);
    await worker().send();
    expect(got(await listDeliveries(admin, { ...query, state: "waiting" })).items).toEqual([]);
    expect(got(await listDeliveries(admin, { ...query, state: "delivered" })).items).toHaveLength(2);
  });

  it("keeps its secret sealed, and its log without answers", async () => {
    const { id, secret } = await subscribe(receiver.url(), received);
    receiver.answer = () => ({ status: 500 });
    await somethingHappens();
    await worker().send();
    const stored = JSON.stringify((await webhookSubscriptions().doc(id).get()).data());
    expect(stored).not.toContain(secret.slice(6, 30));
    expect(JSON.stringify(got(await listWebhooks(admin)))).not.toMatch(/box|whsec/);
    expect(JSON.stringify(await deliveries())).not.toContain("nobody's business");
  });

  it("leaves an entry for each thing an admin does, without the secret or the URL's path", async () => {
    const { id, secret } = await subscribe(receiver.url("/hook/token-123"), received);
    const choice = { id, name: "Store", url: receiver.url("/hook/token-456"), ...received, channelIds: null };
    got(await updateWebhook(admin, choice));
    got(await pauseWebhook(admin, { id }));
    got(await resumeWebhook(admin, { id }));
    const rolled = got(await rollSecret(admin, { id }));
    got(await sendTestEvent(admin, { id }, post));
    got(await deleteWebhook(admin, { id }));
    const entries = await entriesOf(id);
    expect(entries.map(({ action }) => action).sort()).toEqual(
      ["created", "deleted", "paused", "resumed", "secret_rolled", "tested", "updated"].map(
        (what) => `webhook.${what}`,
      ),
    );
    const text = JSON.stringify(entries);
    for (const hidden of [secret, rolled.secret, "token-123", "token-456"])
      expect(text).not.toContain(hidden);
    expect(await deliveries()).toEqual([]);
  });

  it("is an admin's", async () => {
    const { id } = await subscribe(receiver.url(), received);
    const choice = { name: "X", url: receiver.url(), ...received, channelIds: null };
    const refused = [
      updateWebhook(agent, { id, ...choice }),
      pauseWebhook(agent, { id }),
      resumeWebhook(agent, { id }),
      rollSecret(agent, { id }),
      deleteWebhook(agent, { id }),
      sendAgain(agent, { subscriptionId: id, deliveryId: null }),
      sendTestEvent(agent, { id }, post),
      listWebhooks(agent),
      readWebhook(agent, id),
      listDeliveries(agent, { subscriptionId: id, state: null, cursor: null, limit: 5 }),
    ];
    for (const each of refused) expect(failed(await each).code).toBe("forbidden");
  });
});

async function resume(id: string): Promise<void> {
  const row = got(await readWebhook(admin, id));
  if (!row.isActive) got(await resumeWebhook(admin, { id }));
}
