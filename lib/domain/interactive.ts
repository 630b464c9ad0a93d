import { z } from "zod";

const Text = z.string();
const Header = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("text"), text: Text }),
    z.object({ type: z.enum(["image", "video", "document"]), uploadId: z.string() }),
  ])
  .nullable();

export const CardButton = z.discriminatedUnion("type", [
  z.object({ type: z.literal("link"), title: Text, url: Text }),
  z.object({ type: z.literal("postback"), title: Text, payload: Text }),
]);
export type CardButton = z.infer<typeof CardButton>;

/** Something to tap, in our own words; lib/channels turns it into what each channel wants. Limits: lib/channels/interactive-limits.ts. */
export const Interactive = z.discriminatedUnion("type", [
  /** WhatsApp: one to three reply buttons. */
  z.object({
    type: z.literal("buttons"),
    header: Header,
    body: Text,
    footer: Text.nullable(),
    buttons: z.array(z.object({ id: Text, title: Text })),
  }),
  /** WhatsApp: a list behind one button. */
  z.object({
    type: z.literal("list"),
    header: Text.nullable(),
    body: Text,
    footer: Text.nullable(),
    button: Text,
    sections: z.array(
      z.object({
        title: Text.nullable(),
        rows: z.array(z.object({ id: Text, title: Text, description: Text.nullable() })),
      }),
    ),
  }),
  /** WhatsApp: one button that opens a link. */
  z.object({
    type: z.literal("link"),
    header: Header,
    body: Text,
    footer: Text.nullable(),
    title: Text,
    url: Text,
  }),
  /** WhatsApp: asks for a location. */
  z.object({ type: z.literal("location_request"), body: Text }),
  /** WhatsApp: asks for the phone number. */
  z.object({ type: z.literal("contact_request"), body: Text }),
  /** Instagram: a text with up to 13 quick replies; `content` other than `text` asks for a phone number or an email. */
  z.object({
    type: z.literal("quick_replies"),
    body: Text,
    replies: z.array(
      z.object({ content: z.enum(["text", "user_phone_number", "user_email"]), title: Text, payload: Text }),
    ),
  }),
  /** Instagram: a text with one to three buttons. */
  z.object({ type: z.literal("button_template"), body: Text, buttons: z.array(CardButton) }),
  /** Instagram: up to ten cards side by side. */
  z.object({
    type: z.literal("cards"),
    cards: z.array(
      z.object({
        title: Text,
        subtitle: Text.nullable(),
        imageUrl: Text.nullable(),
        url: Text.nullable(),
        buttons: z.array(CardButton),
      }),
    ),
  }),
]);
export type Interactive = z.infer<typeof Interactive>;
