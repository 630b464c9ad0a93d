import type { OutgoingContent, OutgoingFile, OutgoingMessage, OutgoingReaction } from "../client-types";
import { buildContacts } from "./build-contacts";
import { buildInteractive } from "./build-interactive";

/**
 * The body of `POST /<phone_number_id>/messages`, or null for what WhatsApp cannot take. A phone number goes in `to`;
 * a BSUID, only when no phone is known, in `recipient` (with both, Meta takes `to`).
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export function buildMessage(input: OutgoingMessage): Record<string, unknown> | null {
  const { to, replyToProviderMessageId: replyTo, callbackData } = input;
  const content = contentOf(input.content);
  if (!content) return null;
  return {
    ...envelope(to),
    ...content,
    ...(replyTo ? { context: { message_id: replyTo } } : {}),
    ...(callbackData ? { biz_opaque_callback_data: callbackData } : {}),
  };
}

/** The body that reacts to a message; an empty emoji takes the reaction back. */
export function buildReaction({ to, providerMessageId, emoji }: OutgoingReaction): Record<string, unknown> {
  return {
    ...envelope(to),
    type: "reaction",
    reaction: { message_id: providerMessageId, emoji: emoji ?? "" },
  };
}

function envelope(to: OutgoingMessage["to"]): Record<string, unknown> {
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...(to.waId ? { to: to.waId } : { recipient: to.bsuid }),
  };
}

function contentOf(content: OutgoingContent): Record<string, unknown> | null {
  switch (content.kind) {
    case "text":
      return { type: "text", text: { preview_url: content.previewUrl ?? true, body: content.text } };
    case "template":
      return templateOf(content);
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return { type: content.kind, [content.kind]: mediaOf(content) };
    case "location":
      return { type: "location", location: locationOf(content) };
    case "contacts":
      return { type: "contacts", contacts: buildContacts(content.cards) };
    case "interactive": {
      const interactive = buildInteractive(content.interactive, content.headerFile);
      return interactive && { type: "interactive", interactive };
    }
    case "heart":
      return null;
  }
}

function templateOf({ name, language, components }: Extract<OutgoingContent, { kind: "template" }>) {
  return {
    type: "template",
    template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) },
  };
}

type Media = Extract<OutgoingContent, { file: OutgoingFile }>;

/** Sound and stickers have no caption; only documents have a name; `voice` makes a voice note of OGG/OPUS. */
function mediaOf({ kind, file, caption, filename, isVoice }: Media): Record<string, unknown> {
  const hasCaption = kind !== "audio" && kind !== "sticker" && caption;
  return {
    ...file,
    ...(hasCaption ? { caption } : {}),
    ...(kind === "document" && filename ? { filename } : {}),
    ...(kind === "audio" && isVoice ? { voice: true } : {}),
  };
}

function locationOf(location: Extract<OutgoingContent, { kind: "location" }>): Record<string, unknown> {
  const { latitude, longitude, name, address } = location;
  return {
    latitude: String(latitude),
    longitude: String(longitude),
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
  };
}
