import { digits, messageId, moment, number, type Shown, word } from "./shown";

const referral = { source: word, type: word } as const;
const handover = {
  new_owner_app_id: digits,
  previous_owner_app_id: digits,
  requested_owner_app_id: digits,
} as const;

const messaging: Shown = {
  timestamp: moment,
  message: {
    mid: messageId,
    attachments: [{ type: word }],
    referral,
    reply_to: { mid: messageId },
  },
  message_edit: { mid: messageId, num_edit: number },
  postback: { mid: messageId, referral },
  reaction: { mid: messageId, action: word },
  read: { mid: messageId },
  referral,
  optin: { type: word },
  pass_thread_control: handover,
  take_thread_control: handover,
  request_thread_control: handover,
};

/** What shows of an Instagram webhook's body while its content is hidden. */
export const instagramShown: Shown = {
  object: word,
  entry: [
    {
      id: digits,
      time: moment,
      messaging: [messaging],
      standby: [messaging],
      changes: [{ field: word, value: messaging }],
    },
  ],
};
