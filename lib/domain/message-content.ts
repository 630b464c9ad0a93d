import { z } from "zod";
import { MediaFile } from "./media";
import { TemplateShown } from "./template-shown";

export const MessageMedia = z.object({
  /** WhatsApp's media id (7 days for received media); null on Instagram, which gives a link that expires. */
  mediaId: z.string().nullable(),
  url: z.string().nullable(),
  mimeType: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Our own copy. Missing on messages from before there were copies. */
  file: MediaFile.optional(),
  /** Of what we sent: `uploads/<id>`. */
  uploadId: z.string().optional(),
});
export type MessageMedia = z.infer<typeof MessageMedia>;

/**
 * What a message holds beside its text, by kind. Every field Meta may leave out is nullable:
 * an odd message is still a message. `raw` keeps what no field here has a place for.
 */
export const MessageContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text") }),
  z.object({ kind: z.literal("image"), media: z.array(MessageMedia) }),
  z.object({ kind: z.literal("video"), media: z.array(MessageMedia) }),
  z.object({ kind: z.literal("audio"), media: z.array(MessageMedia), isVoice: z.boolean() }),
  z.object({ kind: z.literal("document"), media: z.array(MessageMedia), filename: z.string().nullable() }),
  z.object({
    kind: z.literal("sticker"),
    media: z.array(MessageMedia),
    isAnimated: z.boolean(),
    isHeart: z.boolean(),
  }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    name: z.string().nullable(),
    address: z.string().nullable(),
    url: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("contacts"),
    cards: z.array(
      z.object({
        name: z.string().nullable(),
        company: z.string().nullable(),
        phones: z.array(
          z.object({
            phone: z.string().nullable(),
            waId: z.string().nullable(),
            type: z.string().nullable(),
          }),
        ),
        emails: z.array(z.string()),
        vcard: z.string().nullable(),
        /** `contact_request`: the sender's own number, vouched for by Meta; anything else is a card shared by hand. */
        origin: z.string().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal("order"),
    catalogId: z.string().nullable(),
    items: z.array(
      z.object({
        productId: z.string().nullable(),
        quantity: z.number().nullable(),
        price: z.number().nullable(),
        currency: z.string().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal("tap"),
    source: z.enum(["button_reply", "list_reply", "template_button", "quick_reply", "postback"]),
    title: z.string().nullable(),
    payload: z.string().nullable(),
    description: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("form"),
    name: z.string().nullable(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  z.object({
    kind: z.literal("story_mention"),
    url: z.string().nullable(),
    storyId: z.string().nullable(),
    /** The story, copied before it is gone: at most one. */
    media: z.array(MessageMedia).optional(),
  }),
  z.object({
    kind: z.literal("share"),
    source: z.enum(["share", "post", "reel", "story"]),
    url: z.string().nullable(),
    title: z.string().nullable(),
    mediaId: z.string().nullable(),
    /** What Meta's link led to, where it was a file: at most one. */
    media: z.array(MessageMedia).optional(),
  }),
  z.object({
    kind: z.literal("template"),
    name: z.string(),
    language: z.string(),
    /** Meta's `components` array, as sent. */
    components: z.array(z.record(z.string(), z.unknown())),
    /** Missing when the template itself was not known, as in echoes of the phone app. */
    shown: TemplateShown.optional(),
  }),
  /** Sent by us: an `Interactive` of lib/domain/interactive.ts. In echoes: whatever Meta told. */
  z.object({ kind: z.literal("interactive"), interactive: z.record(z.string(), z.unknown()) }),
  z.object({
    kind: z.literal("system"),
    event: z.string(),
    body: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("unsupported"),
    /** Meta's name for what it could not hand over, or the type this version does not know. */
    type: z.string().nullable(),
    code: z.number().nullable(),
    reason: z.string().nullable(),
  }),
]);
export type MessageContent = z.infer<typeof MessageContent>;
