import type { OutgoingContent, OutgoingMessage } from "../client-types";

/**
 * The body of `POST /<phone_number_id>/messages`. A phone number goes in `to`; a BSUID, only when no phone is
 * known, in `recipient` (with both, Meta takes `to`).
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export function buildMessage(input: OutgoingMessage): Record<string, unknown> {
  const { to, replyToProviderMessageId: replyTo, callbackData } = input;
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(to.waId ? { to: to.waId } : { recipient: to.bsuid }),
    ...contentOf(input.content),
    ...(replyTo ? { context: { message_id: replyTo } } : {}),
    ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
  };
}

function contentOf(content: OutgoingContent): Record<string, unknown> {
  if (content.kind === "text") {
    return { type: "text", text: { preview_url: content.previewUrl ?? true, body: content.text } };
  }
  const { name, language, components } = content;
  return {
    type: "template",
    template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) },
  };
}
