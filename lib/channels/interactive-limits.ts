/**
 * How much Meta takes of each part, in characters (code points) unless it says otherwise.
 * WhatsApp: https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages;
 * Instagram: https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message.
 */
export const interactiveLimits = {
  whatsapp: {
    header: 60,
    body: 1024,
    listBody: 4096,
    footer: 60,
    buttons: 3,
    buttonTitle: 20,
    buttonId: 256,
    listButton: 20,
    sections: 10,
    rows: 10,
    sectionTitle: 24,
    rowTitle: 24,
    rowDescription: 72,
    rowId: 200,
    linkTitle: 20,
    caption: 1024,
    cards: 257,
  },
  instagram: {
    /** UTF-8 bytes. */
    bodyBytes: 1000,
    replies: 13,
    replyTitle: 20,
    templateBody: 640,
    buttons: 3,
    buttonTitle: 20,
    cards: 10,
    cardTitle: 80,
    cardSubtitle: 80,
    payload: 1000,
  },
} as const;
