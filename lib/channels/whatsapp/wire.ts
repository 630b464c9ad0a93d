import { z } from "zod";
import { flag, id, list, listOf, numeric, object, optional, text } from "../lenient";

/**
 * WhatsApp's webhook bodies as they travel. Tolerant: unknown fields pass, and a field of the wrong type reads as
 * absent. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export const WireBody = z.object({ entry: list });

export const WireEntry = z.object({ id: optional(id), time: z.unknown().optional(), changes: list });

export const WireChange = z.object({ field: optional(text), value: optional(object) });

export const WireContact = z.object({
  wa_id: optional(id),
  user_id: optional(id),
  parent_user_id: optional(id),
  profile: optional(z.object({ name: optional(text), username: optional(text) })),
});
export type WireContact = z.output<typeof WireContact>;

export const WireError = z.object({
  code: optional(numeric),
  error_subcode: optional(numeric),
  title: optional(text),
  message: optional(text),
  /** Where older bodies have it. */
  details: optional(text),
  error_data: optional(z.object({ details: optional(text) })),
});
export type WireError = z.output<typeof WireError>;

export const WireValue = z.object({
  metadata: optional(z.object({ display_phone_number: optional(id), phone_number_id: optional(id) })),
  contacts: listOf(WireContact),
  messages: list,
  message_echoes: list,
  statuses: list,
  errors: listOf(WireError),
});
export type WireValue = z.output<typeof WireValue>;

export const WireMedia = z.object({
  id: optional(id),
  url: optional(text),
  mime_type: optional(text),
  sha256: optional(text),
  caption: optional(text),
  filename: optional(text),
  voice: optional(flag),
  animated: optional(flag),
});
export type WireMedia = z.output<typeof WireMedia>;

const Context = z.object({
  id: optional(id),
  forwarded: optional(flag),
  frequently_forwarded: optional(flag),
  referred_product: optional(z.object({ catalog_id: optional(id), product_retailer_id: optional(id) })),
});

const System = z.object({
  type: optional(text),
  body: optional(text),
  wa_id: optional(id),
  new_wa_id: optional(id),
  user_id: optional(id),
  parent_user_id: optional(id),
  previous_user_id: optional(id),
  previous_parent_user_id: optional(id),
});
export type WireSystem = z.output<typeof System>;

export const WireMessage = z.object({
  id: optional(id),
  type: optional(text),
  timestamp: z.unknown().optional(),
  from: optional(id),
  from_user_id: optional(id),
  from_parent_user_id: optional(id),
  to: optional(id),
  to_user_id: optional(id),
  to_parent_user_id: optional(id),
  group_id: optional(id),
  context: optional(Context),
  referral: optional(object),
  errors: listOf(WireError),
  text: optional(z.object({ body: optional(text) })),
  image: optional(WireMedia),
  video: optional(WireMedia),
  audio: optional(WireMedia),
  voice: optional(WireMedia),
  document: optional(WireMedia),
  sticker: optional(WireMedia),
  location: optional(object),
  contacts: list,
  order: optional(object),
  interactive: optional(object),
  button: optional(z.object({ text: optional(text), payload: optional(text) })),
  template: optional(object),
  reaction: optional(z.object({ message_id: optional(id), emoji: optional(text) })),
  edit: optional(z.object({ original_message_id: optional(id), message: optional(object) })),
  revoke: optional(z.object({ original_message_id: optional(id) })),
  system: optional(System),
  unsupported: optional(z.object({ type: optional(text) })),
  history_context: optional(z.object({ status: optional(text) })),
});
export type WireMessage = z.output<typeof WireMessage>;

export const WireStatus = z.object({
  id: optional(id),
  status: optional(text),
  timestamp: z.unknown().optional(),
  recipient_id: optional(id),
  recipient_type: optional(text),
  recipient_user_id: optional(id),
  recipient_parent_user_id: optional(id),
  /** Its name until May 2026. */
  parent_recipient_user_id: optional(id),
  recipient_participant_id: optional(id),
  recipient_participant_user_id: optional(id),
  recipient_participant_parent_user_id: optional(id),
  biz_opaque_callback_data: optional(text),
  conversation: optional(
    z.object({
      expiration_timestamp: z.unknown().optional(),
      origin: optional(z.object({ type: optional(text) })),
    }),
  ),
  pricing: optional(z.object({ billable: optional(flag), type: optional(text), category: optional(text) })),
  errors: listOf(WireError),
});
export type WireStatus = z.output<typeof WireStatus>;
