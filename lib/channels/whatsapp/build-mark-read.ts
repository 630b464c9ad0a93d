/**
 * Marks a message and all before it as read; with `isTyping` the customer sees "typing" until the answer, at most 25 s.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators
 */
export function buildMarkRead(providerMessageId: string, isTyping: boolean): Record<string, unknown> {
  return {
    messaging_product: "whatsapp",
    status: "read",
    message_id: providerMessageId,
    ...(isTyping ? { typing_indicator: { type: "text" } } : {}),
  };
}
