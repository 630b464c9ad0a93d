import { digits, language, messageId, mimeType, moment, number, type Shown, word } from "./shown";

const errors = [{ code: number }] as const;
const file = { id: digits, mime_type: mimeType };

const content = {
  id: messageId,
  type: word,
  timestamp: moment,
  context: { id: messageId },
  errors,
  image: file,
  video: file,
  audio: file,
  voice: file,
  document: file,
  sticker: file,
  interactive: {
    type: word,
    call_permission_reply: { response: word, expiration_timestamp: moment, response_source: word },
  },
  reaction: { message_id: messageId },
  revoke: { original_message_id: messageId },
  system: { type: word },
  unsupported: { type: word },
  referral: { source_type: word, media_type: word },
  template: { language: { code: language }, components: [{ type: word, parameters: [{ type: word }] }] },
  identity: { created_timestamp: moment },
  history_context: { status: word },
} as const;

const message = {
  ...content,
  edit: { original_message_id: messageId, message: content },
} as const;

const value: Shown = {
  messaging_product: word,
  metadata: { phone_number_id: digits },
  field: word,
  event: word,
  timestamp: moment,
  messages: [message],
  message_echoes: [message],
  errors,
  statuses: [
    {
      id: messageId,
      status: word,
      type: word,
      timestamp: moment,
      recipient_type: word,
      errors,
      conversation: { expiration_timestamp: moment, origin: { type: word } },
      pricing: { category: word, pricing_model: word, type: word },
    },
  ],
  calls: [{ id: messageId, event: word, direction: word, status: word, timestamp: moment }],
  history: [
    {
      errors,
      metadata: { phase: number, chunk_order: number, progress: number },
      threads: [{ messages: [message] }],
    },
  ],
  state_sync: [{ type: word, action: word, metadata: { timestamp: moment } }],
  user_id_update: [{ timestamp: moment }],
  user_preferences: [{ category: word, value: word, timestamp: moment }],
  messaging_handovers: [{ timestamp: moment, control_taken: { from: word }, control_passed: { to: word } }],
  groups: [{ type: word, timestamp: moment }],
  alert_info: { alert_severity: word, alert_status: word, alert_type: word },
  ban_info: { waba_ban_state: word },
  restriction_info: [{ restriction_type: word, expiration: moment }],
  waba_info: { waba_id: digits, owner_business_id: digits },
  entity_type: word,
  current_limit: word,
  decision: word,
  max_daily_conversations_per_business: number,
  max_phone_numbers_per_waba: number,
  message_template_id: digits,
  message_template_language: language,
  message_template_category: word,
  previous_category: word,
  new_category: word,
  correct_category: word,
  category_update_timestamp: moment,
  previous_quality_score: word,
  new_quality_score: word,
  old_status: word,
  new_status: word,
};

/** What shows of a WhatsApp webhook's body while its content is hidden. */
export const whatsappShown: Shown = {
  object: word,
  entry: [{ id: digits, time: moment, changes: [{ field: word, value }] }],
};
