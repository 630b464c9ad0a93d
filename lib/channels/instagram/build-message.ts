import type { OutgoingContent, OutgoingMessage, OutgoingReaction } from "../client-types";
import { buildInteractive } from "./build-interactive";

/** What Instagram calls the kinds of files it takes; it has no stickers of ours. */
const attachmentTypes = { image: "image", video: "video", audio: "audio", document: "file" } as const;

/**
 * The body of `POST /<id>/messages`, or null for what Instagram cannot take: templates, locations, contact cards.
 * Past 24 hours a person's answer carries the tag HUMAN_AGENT.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
 */
export function buildMessage(input: OutgoingMessage): Record<string, unknown> | null {
  const { to, replyToProviderMessageId: replyTo, tag } = input;
  const message = messageOf(input.content);
  if (!to.igsid || !message) return null;
  return {
    recipient: { id: to.igsid },
    message,
    ...(replyTo ? { reply_to: { mid: replyTo } } : {}),
    ...(tag === "human_agent" ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : {}),
  };
}

/** A reaction is a sender action; taking it back names no emoji. */
export function buildReaction({ to, providerMessageId, emoji }: OutgoingReaction): Record<string, unknown> {
  return {
    recipient: { id: to.igsid },
    sender_action: emoji === null ? "unreact" : "react",
    payload: { message_id: providerMessageId, ...(emoji === null ? {} : { reaction: emoji }) },
  };
}

/** There are no captions on Instagram: words are a message of their own. */
function messageOf(content: OutgoingContent): Record<string, unknown> | null {
  switch (content.kind) {
    case "text":
      return { text: content.text };
    case "heart":
      return { attachment: { type: "like_heart" } };
    case "image":
    case "video":
    case "audio":
    case "document": {
      const { file } = content;
      const payload = "id" in file ? { attachment_id: file.id } : { url: file.link };
      return { attachment: { type: attachmentTypes[content.kind], payload } };
    }
    case "interactive":
      return buildInteractive(content.interactive);
    default:
      return null;
  }
}
