import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiMessage } from "@/lib/domain/api/message";
import { contentOf } from "@/lib/domain/api/requests";
import { publicMessage } from "@/lib/domain/public-message";
import { fail, ok } from "@/lib/domain/result";
import { failureText } from "@/lib/inbox/api/failure-text";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { listMessages } from "@/lib/inbox/read/list-messages";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { messageIdFor } from "@/lib/server/api/idempotency";
import { deliverAfterResponse } from "@/lib/server/deliver-after-response";

export const GET = defineApiRoute(endpoints.listMessages, async ({ actor, params, query }) => {
  const conversation = await readConversation(actor, params.id);
  if (!conversation) return fail("not_found", "There is no conversation with this id.");
  const page = await listMessages({
    conversationId: conversation.id,
    cursor: query.cursor ?? null,
    limit: query.limit,
    view: publicMessage,
  });
  if (!page.ok) return page;
  return ok({
    data: page.data.items.map((message) => toApiMessage(message, failureText)),
    nextCursor: page.data.nextCursor,
  });
});

export const POST = defineApiRoute(endpoints.sendMessage, async ({ actor, params, body, request }) => {
  const messageId = await messageIdFor(request, actor.id, body);
  if (!messageId.ok) return messageId;
  const replyToMessageId = body.kind === "template" ? null : (body.replyTo ?? null);
  const sent = await enqueueMessage({
    actor,
    conversationId: params.id,
    messageId: messageId.data,
    content: contentOf(body),
    replyToMessageId,
  });
  if (!sent.ok) return sent;
  deliverAfterResponse(sent.data.conversationId);
  return ok(toApiMessage(sent.data, failureText));
});
