import { afterEach, describe, expect, it } from "vitest";
import { STOP_AFTER_MS } from "@/lib/domain/webhook-back-off";
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
import {
  admin,
  agent,
  deliveries,
  somethingHappens,
  subscribe,
  unsubscribeAll,
  useReceiver,
  worker,
} from "./receiver";

const receiver = useReceiver("webhook-management");
const { post } = createPoster({ isLoopbackAllowed: true });
const received = { events: ["message.received" as const] };
const entriesOf = async (id: string) =>
  (await auditLog().where("subject.id", "==", id).get()).docs.map((document) => document.data());

afterEach(async () => {
  receiver.reset();
  await unsubscribeAll();
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
    expect((await deliveries()).map(({ state }) => state).sort()).toEqual(["delivered", "delivered", "gap"]);
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
