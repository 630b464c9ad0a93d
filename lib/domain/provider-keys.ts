import { createHash } from "node:crypto";

const digest = (value: string) => createHash("sha256").update(value).digest("base64url");

/** Document id of a webhook event: the same bytes are the same event, so a duplicate delivery is a no-op. */
export function webhookEventId(channel: "whatsapp" | "instagram", rawBody: Uint8Array): string {
  return `${channel === "whatsapp" ? "wa" : "ig"}_${createHash("sha256").update(rawBody).digest("base64url")}`;
}

/**
 * Id of a `providerMessages` document, and of the inbound message it names. A wamid or mid holds characters
 * that a document id may not, and is scoped to one channel, so the id is a digest of both.
 */
export function providerMessageKey(channelId: string, providerMessageId: string): string {
  return `p_${digest(`${channelId}\n${providerMessageId}`)}`;
}

/** `wa_<phone_number_id>` or `ig_<account_id>`. */
export function channelIdOf(channel: "whatsapp" | "instagram", providerId: string): string {
  return `${channel === "whatsapp" ? "wa" : "ig"}_${providerId}`;
}

/** `<channel id>__<contact id>`: one thread for a contact on a channel, by construction. */
export function conversationIdOf(channelId: string, contactId: string): string {
  return `${channelId}__${contactId}`;
}

/** Document id of `identities/<kind:value>`; a value is Meta's, verbatim, made safe for a path. */
export function identityKey(kind: string, value: string): string {
  return `${kind}:${encodeURIComponent(value)}`;
}

/** Splits a `<channel id>__<contact id>` back into its two parts; null when the id has another form. */
export function splitConversationId(id: string): { channelId: string; contactId: string } | null {
  const at = id.indexOf("__");
  if (at < 1) return null;
  return { channelId: id.slice(0, at), contactId: id.slice(at + 2) };
}
