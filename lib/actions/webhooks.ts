"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Result } from "@/lib/domain/result";
import { WebhookChoice } from "@/lib/domain/webhook-subscription";
import { createWebhook } from "@/lib/inbox/webhooks/create";
import { deleteWebhook } from "@/lib/inbox/webhooks/delete";
import { kickWebhook, webhookPoster } from "@/lib/inbox/webhooks/dispatch";
import { rollSecret } from "@/lib/inbox/webhooks/roll-secret";
import { sendAgain } from "@/lib/inbox/webhooks/send-again";
import { sendTestEvent } from "@/lib/inbox/webhooks/send-test";
import { pauseWebhook, resumeWebhook } from "@/lib/inbox/webhooks/set-active";
import { updateWebhook } from "@/lib/inbox/webhooks/update";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

const permission = "webhook.manage";
const Id = z.string().regex(/^\w{1,40}$/);
const byId = z.object({ id: Id });

/** Subscribes a URL; the answer holds its signing secret, this once. */
export const addWebhookAction = defineAction({
  input: WebhookChoice,
  permission,
  run: async (choice, { actor }) => shown(await createWebhook(actor, choice)),
});

export const updateWebhookAction = defineAction({
  input: WebhookChoice.extend({ id: Id }),
  permission,
  run: async (choice, { actor }) => shown(await updateWebhook(actor, choice)),
});

/** Pauses a webhook, or sends again. */
export const setWebhookActiveAction = defineAction({
  input: byId.extend({ isActive: z.boolean() }),
  permission,
  run: async ({ id, isActive }, { actor }) => {
    const changed = await (isActive ? resumeWebhook(actor, { id }) : pauseWebhook(actor, { id }));
    if (changed.ok && isActive) runAfterResponse(() => kickWebhook(id));
    return shown(changed);
  },
});

/** Another signing secret; the answer holds it, this once. */
export const rollWebhookSecretAction = defineAction({
  input: byId,
  permission,
  run: async (input, { actor }) => shown(await rollSecret(actor, input)),
});

export const deleteWebhookAction = defineAction({
  input: byId,
  permission,
  run: async (input, { actor }) => shown(await deleteWebhook(actor, input)),
});

/** Sends one test event and tells how the receiver answered. */
export const testWebhookAction = defineAction({
  input: byId,
  permission,
  run: (input, { actor }) => sendTestEvent(actor, input, webhookPoster()),
});

/** Sends one delivery again, or all that failed. */
export const resendWebhookAction = defineAction({
  input: z.object({
    subscriptionId: Id,
    deliveryId: z
      .string()
      .regex(/^\w{1,200}$/)
      .nullable(),
  }),
  permission,
  run: async (input, { actor }) => {
    const again = await sendAgain(actor, input);
    if (again.ok) runAfterResponse(() => kickWebhook(input.subscriptionId));
    return again;
  },
});

function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath(paths.settings.webhooks(), "layout");
  return result;
}
