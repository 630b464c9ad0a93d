"use server";

import { z } from "zod";
import { ok } from "@/lib/domain/result";
import { SendContent } from "@/lib/domain/send-content";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { parkText } from "@/lib/inbox/conversations/park";
import { checkAgain } from "@/lib/inbox/outbound/check-again";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { markConversationRead } from "@/lib/inbox/outbound/mark-read";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { showTyping } from "@/lib/inbox/outbound/typing";
import { defineAction } from "@/lib/server/action/define-action";
import { toBrowser } from "@/lib/server/action/to-browser";
import { runAfterResponse } from "@/lib/server/background";
import { deliverAfterResponse } from "@/lib/server/deliver-after-response";

const Id = z.string().min(1).max(400);

/** Takes a text for sending; gives the queued message. `messageId` is the browser's ULID. */
export const sendMessageAction = defineAction({
  input: z.object({
    conversationId: Id,
    messageId: z.ulid(),
    text: z.string().max(20_000),
    replyToMessageId: Id.nullish(),
  }),
  permission: "message.send",
  run: async ({ text, ...input }, { actor }) => {
    const sent = await enqueueMessage({ ...input, actor, content: { kind: "text", text } });
    if (sent.ok) deliverAfterResponse(sent.data.conversationId);
    return toBrowser(sent);
  },
});

/** Takes anything but a plain text for sending; files were uploaded before. Gives the queued message. */
export const sendContentAction = defineAction({
  input: z.object({
    conversationId: Id,
    messageId: z.ulid(),
    content: SendContent,
    replyToMessageId: Id.nullish(),
  }),
  permission: "message.send",
  run: async (input, { actor }) => {
    const sent = await enqueueMessage({ ...input, actor });
    if (sent.ok) deliverAfterResponse(sent.data.conversationId);
    return toBrowser(sent);
  },
});

/** Sends a failed message once more; with `isSendAnyway` also one that is unconfirmed and may have arrived. */
export const retryMessageAction = defineAction({
  input: z.object({ conversationId: Id, messageId: Id, isSendAnyway: z.boolean().optional() }),
  permission: "message.send",
  run: async (input, { actor }) => {
    const queued = await retryMessage({ ...input, actor });
    if (queued.ok) deliverAfterResponse(queued.data.conversationId);
    return toBrowser(queued);
  },
});

/** Looks whether Meta has told anything about an unconfirmed message; gives it as it is then. */
export const checkAgainAction = defineAction({
  input: z.object({ conversationId: Id, messageId: Id }),
  permission: "message.send",
  run: (input, { actor }) => checkAgain({ ...input, actor }),
});

/** Marks a conversation read here, and at Meta once the response is out. */
export const markReadAction = defineAction({
  input: z.object({ conversationId: Id }),
  permission: "conversation.update",
  run: async (input, { actor }) => {
    const read = await markConversationRead({ ...input, actor });
    if (!read.ok) return read;
    const { conversation, tellMeta } = read.data;
    if (tellMeta) runAfterResponse(tellMeta);
    return ok({ conversationId: conversation.id });
  },
});

/** Shows the customer that somebody types. */
export const typingAction = defineAction({
  input: z.object({ conversationId: Id }),
  permission: "message.send",
  run: async (input, { actor }) => {
    const shown = await showTyping({ ...input, actor });
    if (!shown.ok) return shown;
    if (shown.data.tellMeta) runAfterResponse(shown.data.tellMeta);
    return ok(null);
  },
});

/** Gives a conversation to a member, or to nobody. */
export const assignAction = defineAction({
  input: z.object({ conversationId: Id, assigneeId: Id.nullable() }),
  permission: "conversation.update",
  run: (input, { actor }) => assignConversation({ ...input, actor }),
});

/** Keeps a text until the customer writes again, or gives it up (null). */
export const parkTextAction = defineAction({
  input: z.object({ conversationId: Id, text: z.string().max(20_000).nullable() }),
  permission: "message.send",
  run: (input, { actor }) => parkText({ ...input, actor }),
});
