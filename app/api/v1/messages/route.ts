import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiMessage } from "@/lib/domain/api/message";
import { componentsOf, recipientOf } from "@/lib/domain/api/requests";
import { ok } from "@/lib/domain/result";
import { failureText } from "@/lib/inbox/api/failure-text";
import { onlyWhatsAppChannel } from "@/lib/inbox/channels/only-whatsapp-channel";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { messageIdFor } from "@/lib/server/api/idempotency";
import { deliverAfterResponse } from "@/lib/server/deliver-after-response";

export const POST = defineApiRoute(endpoints.startConversation, async ({ actor, body, request }) => {
  const channelId = body.channelId ? ok(body.channelId) : await onlyWhatsAppChannel(actor);
  if (!channelId.ok) return channelId;
  const messageId = await messageIdFor(request, actor.id, body);
  if (!messageId.ok) return messageId;
  const { name, language } = body.template;
  const sent = await enqueueTemplateTo({
    actor,
    channelId: channelId.data,
    to: recipientOf(body.to),
    template: { name, language, components: componentsOf(body.template) },
    messageId: messageId.data,
  });
  if (!sent.ok) return sent;
  deliverAfterResponse(sent.data.conversationId);
  return ok(toApiMessage(sent.data, failureText));
});
