import type { OutgoingMessage } from "../client-types";

/**
 * The body of `POST /<id>/messages`, or null for what Instagram cannot take: it has no templates.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
 */
export function buildMessage(input: OutgoingMessage): Record<string, unknown> | null {
  const { to, content, replyToProviderMessageId: replyTo } = input;
  if (!to.igsid || content.kind !== "text") return null;
  return {
    recipient: { id: to.igsid },
    message: { text: content.text },
    ...(replyTo ? { reply_to: { mid: replyTo } } : {}),
  };
}
