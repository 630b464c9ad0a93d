import {
  addWebhookAction,
  deleteWebhookAction,
  resendWebhookAction,
  rollWebhookSecretAction,
  setWebhookActiveAction,
  testWebhookAction,
  updateWebhookAction,
} from "@/lib/actions/webhooks";
import type { WebhookChoice } from "@/lib/domain/webhook-subscription";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { createWebhook } from "@/lib/inbox/webhooks/create";
import { sendTestEvent } from "@/lib/inbox/webhooks/send-test";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { got } from "../../auth/support/people";
import { setEnv } from "../../outbound/stand-in";
import type { Rows } from "./row";

/** Nobody listens there: the discard port. */
const choice: WebhookChoice = {
  name: "Shop",
  url: "http://127.0.0.1:9/hook",
  events: ["message.received"],
  channelIds: null,
};
const allow = () =>
  setEnv({ CREDENTIALS_KEY: Buffer.alloc(32, 7).toString("base64"), PARLEY_WEBHOOKS_TO_LOOPBACK: "1" });

async function subscribed(): Promise<string> {
  allow();
  return got(await createWebhook(systemActor, choice)).id;
}

/** What admins do with outgoing webhooks. */
export const webhookRows: Rows = {
  addWebhookAction: async () => {
    allow();
    return { call: () => addWebhookAction(choice), left: [["webhook.created"]] };
  },
  updateWebhookAction: async () => {
    const id = await subscribed();
    return {
      call: () => updateWebhookAction({ ...choice, id, name: "Till" }),
      left: [["webhook.updated", id]],
      isSameAgain: true,
    };
  },
  setWebhookActiveAction: async () => {
    const id = await subscribed();
    return {
      call: () => setWebhookActiveAction({ id, isActive: false }),
      left: [["webhook.paused", id]],
      isSameAgain: true,
    };
  },
  rollWebhookSecretAction: async () => {
    const id = await subscribed();
    return { call: () => rollWebhookSecretAction({ id }), left: [["webhook.secret_rolled", id]] };
  },
  deleteWebhookAction: async () => {
    const id = await subscribed();
    return {
      call: () => deleteWebhookAction({ id }),
      left: [["webhook.deleted", id]],
      isSameAgain: true,
    };
  },
  testWebhookAction: async () => {
    const id = await subscribed();
    return { call: () => testWebhookAction({ id }), left: [["webhook.tested", id]] };
  },
  resendWebhookAction: async () => {
    const id = await subscribed();
    await sendTestEvent(systemActor, { id }, async () => ({
      status: 500,
      error: null,
      durationMs: 1,
      retryAfterMs: null,
    }));
    const [failed] = (await webhookDeliveries().where("subscriptionId", "==", id).get()).docs;
    const deliveryId = failed?.id ?? "";
    return {
      call: () => resendWebhookAction({ subscriptionId: id, deliveryId }),
      left: [["webhook.resent", id]],
    };
  },
};
