import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MediaFile } from "@/lib/domain/media";
import type { MessageContent, MessageMedia } from "@/lib/domain/message-content";

export const sampleStart = Date.parse("2026-11-20T12:04:00Z");

/** A message of Amara's on WhatsApp, but for what is given. */
export function sampleMessage(content: MessageContent, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: "m1",
    conversationId: "wa_1__wa_2",
    contactId: "wa_2",
    channelId: "wa_1",
    channel: "whatsapp",
    direction: "inbound",
    kind: content.kind,
    text: null,
    content,
    author: { kind: "contact", id: "wa_2", name: "Amara" },
    providerMessageId: "wamid.1",
    replyTo: null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt: sampleStart,
    receivedAt: sampleStart,
    sortKey: "1",
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: "received",
    timeline: {},
    attempt: 1,
    error: null,
    pricing: null,
    version: 1,
    ...more,
  };
}

/** Words of Amara's. */
export function sampleText(text: string, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return sampleMessage({ kind: "text" }, { text, ...more });
}

export function sampleFile(more: Partial<MediaFile> = {}): MediaFile {
  return {
    state: "ready",
    key: null,
    thumbKey: null,
    mimeType: "image/jpeg",
    sizeBytes: 245_000,
    width: 1200,
    height: 900,
    durationMs: null,
    wave: null,
    failure: null,
    ...more,
  };
}

export function sampleMedia(more: Partial<MediaFile> = {}): MessageMedia {
  const file = sampleFile(more);
  return { mediaId: "42", url: null, mimeType: file.mimeType, sha256: null, file };
}

export const sampleWave = Array.from({ length: 64 }, (_, index) =>
  Math.round(50 + 45 * Math.sin(index / 3) * Math.cos(index / 11)),
);

/** One message of every kind, without ids and times of their own. */
export const sampleContents = {
  image: { kind: "image", media: [sampleMedia()] },
  album: { kind: "image", media: [sampleMedia(), sampleMedia({ width: 900, height: 1600 }), sampleMedia()] },
  video: {
    kind: "video",
    media: [sampleMedia({ mimeType: "video/mp4", width: 1080, height: 1920, durationMs: 12_000 })],
  },
  voice: {
    kind: "audio",
    isVoice: true,
    media: [
      sampleMedia({
        mimeType: "audio/ogg",
        width: null,
        height: null,
        durationMs: 42_000,
        wave: sampleWave,
      }),
    ],
  },
  audio: {
    kind: "audio",
    isVoice: false,
    media: [sampleMedia({ mimeType: "audio/mpeg", width: null, height: null, durationMs: 185_000 })],
  },
  document: {
    kind: "document",
    filename: "Invoice 2026-114.pdf",
    media: [sampleMedia({ mimeType: "application/pdf", sizeBytes: 1_240_000, width: null, height: null })],
  },
  sticker: {
    kind: "sticker",
    isAnimated: true,
    isHeart: false,
    media: [sampleMedia({ mimeType: "image/webp", width: 512, height: 512 })],
  },
  heart: { kind: "sticker", isAnimated: false, isHeart: true, media: [] },
  location: {
    kind: "location",
    latitude: 37.44221,
    longitude: -122.16165,
    name: "Philz Coffee",
    address: "101 Forest Ave, Palo Alto",
    url: null,
  },
  contacts: {
    kind: "contacts",
    cards: [
      {
        name: "Kofi Mensah",
        company: "Mensah & Sons",
        phones: [{ phone: "+1 (415) 555-0829", waId: "14155550829", type: "MOBILE" }],
        emails: ["kofi@example.com"],
        vcard: null,
        origin: "contact_request",
      },
    ],
  },
  order: {
    kind: "order",
    catalogId: "1",
    items: [
      { productId: "mug-blue", quantity: 2, price: 12.5, currency: "EUR" },
      { productId: "plate", quantity: 1, price: 30, currency: "EUR" },
    ],
  },
  tap: {
    kind: "tap",
    source: "list_reply",
    title: "Priority Mail",
    payload: "prio",
    description: "Next day",
  },
  form: {
    kind: "form",
    name: "flow",
    fields: [
      { name: "screen_0_First_Name_0", value: "Amara" },
      { name: "is_member", value: "true" },
      { name: "address", value: '{"city":"Lagos","lines":["12 Marina Rd","Floor 3"]}' },
      { name: "flow_token", value: "secret" },
    ],
  },
  storyMention: {
    kind: "story_mention",
    url: "https://lookaside.fbsbx.com/x",
    storyId: "1",
    media: [sampleMedia({ width: 1080, height: 1920 })],
  },
  share: {
    kind: "share",
    source: "reel",
    url: "https://www.instagram.com/reel/abc",
    title: "Autumn glazes",
    mediaId: "9",
  },
  template: {
    kind: "template",
    name: "order_update",
    language: "en",
    components: [
      { type: "HEADER", format: "TEXT", text: "Your order" },
      { type: "FOOTER", text: "Reply STOP to opt out" },
      { type: "BUTTONS", buttons: [{ type: "URL", text: "Track it" }] },
    ],
  },
  interactive: {
    kind: "interactive",
    interactive: {
      type: "list",
      header: "Delivery",
      body: "How shall we send it?",
      footer: "Prices include tax",
      button: "Choose",
      sections: [
        {
          title: "Fast",
          rows: [{ id: "a", title: "Courier", description: "Next day" }],
        },
      ],
    },
  },
  system: {
    kind: "system",
    event: "user_changed_number",
    body: "User Amara changed from 15551234567 to 15557654321",
  },
  unsupported: { kind: "unsupported", type: "poll_creation", code: 131051, reason: "Message type unknown" },
} satisfies Record<string, MessageContent>;
