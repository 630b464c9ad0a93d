"use server";

import { z } from "zod";
import { ok } from "@/lib/domain/result";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { refreshTemplates } from "@/lib/inbox/templates/refresh";
import { defineAction } from "@/lib/server/action/define-action";
import { deliverAfterResponse } from "@/lib/server/deliver-after-response";

const Id = z.string().min(1).max(400);

/** Reads a channel's templates anew from Meta; gives the list. */
export const refreshTemplatesAction = defineAction({
  input: z.object({ channelId: Id }),
  permission: "message.send",
  run: (input, { actor }) => refreshTemplates({ ...input, actor }),
});

/** Sends a template to somebody who may never have written; gives where the message is. */
export const startConversationAction = defineAction({
  input: z.object({
    channelId: Id,
    to: z.object({ phone: z.string().max(40).optional(), bsuid: z.string().max(200).optional() }),
    messageId: z.ulid(),
    template: z.object({
      name: z.string().max(600),
      language: z.string().max(40),
      components: z.array(z.record(z.string(), z.unknown())).max(40),
    }),
  }),
  permission: "message.send",
  run: async (input, { actor }) => {
    const sent = await enqueueTemplateTo({ ...input, actor });
    if (!sent.ok) return sent;
    deliverAfterResponse(sent.data.conversationId);
    return ok({ conversationId: sent.data.conversationId, messageId: sent.data.id });
  },
});
