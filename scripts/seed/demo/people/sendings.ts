import type { CardButton } from "@/lib/domain/interactive";
import type { Sending } from "../script";

type FileKind = "image" | "video" | "audio" | "document" | "sticker";

/** A file of the stand-in's samples, with a caption. */
export const file = (
  kind: FileKind,
  sample: string,
  caption: string | null = null,
  more: Partial<NonNullable<Sending["file"]>> = {},
): Sending => ({
  content: { kind, uploadId: "", caption },
  file: { sample, ...more },
  onPhone: { media: kind, text: caption, ...(sample === "page" ? {} : { sample }) },
});

export const place = (name: string, address: string, latitude: number, longitude: number): Sending => ({
  content: { kind: "location", latitude, longitude, name, address },
  onPhone: { shownAs: "location", header: name, text: address },
});

export const card = (name: string, company: string, phone: string, email: string): Sending => ({
  content: {
    kind: "contacts",
    cards: [{ name, company, phones: [{ phone, type: "WORK" }], emails: [email] }],
  },
  onPhone: { shownAs: "contacts", text: `${name} ${phone}` },
});

/** WhatsApp reply buttons; each title is its id. */
export const buttons = (body: string, footer: string | null, ...titles: string[]): Sending => ({
  content: {
    kind: "interactive",
    interactive: {
      type: "buttons",
      header: null,
      body,
      footer,
      buttons: titles.map((title) => ({ id: title, title })),
    },
  },
  onPhone: { shownAs: "interactive", footer, options: titles.map((title) => ({ title, kind: "reply" })) },
});

/** A WhatsApp list of one section; each title is its id. */
export const list = (body: string, button: string, rows: Record<string, string>): Sending => ({
  content: {
    kind: "interactive",
    interactive: {
      type: "list",
      header: "Workshops",
      body,
      footer: null,
      button,
      sections: [
        {
          title: "This month",
          rows: Object.entries(rows).map(([title, description]) => ({ id: title, title, description })),
        },
      ],
    },
  },
  onPhone: {
    shownAs: "interactive",
    options: Object.keys(rows).map((title) => ({ title, kind: "row" })),
  },
});

export const link = (body: string, title: string, url: string): Sending => ({
  content: {
    kind: "interactive",
    interactive: { type: "link", header: null, body, footer: null, title, url },
  },
  onPhone: { shownAs: "interactive", options: [{ id: url, title, kind: "link" }] },
});

export const asks = (type: "location_request" | "contact_request", body: string): Sending => ({
  content: { kind: "interactive", interactive: { type, body } },
  onPhone: {
    shownAs: "interactive",
    options: [
      type === "location_request"
        ? { title: "Send location", kind: "send_location" }
        : { title: "Share phone number", kind: "request_contact_info" },
    ],
  },
});

export const quickReplies = (body: string, ...titles: string[]): Sending => ({
  content: {
    kind: "interactive",
    interactive: {
      type: "quick_replies",
      body,
      replies: titles.map((title) => ({ content: "text" as const, title, payload: title })),
    },
  },
  onPhone: { shownAs: "interactive", options: titles.map((title) => ({ title, kind: "quick_reply" })) },
});

export const buttonTemplate = (body: string, ...given: CardButton[]): Sending => ({
  content: { kind: "interactive", interactive: { type: "button_template", body, buttons: given } },
  onPhone: { shownAs: "interactive", options: given.map(optionOf) },
});

export const cards = (...titles: [title: string, subtitle: string][]): Sending => ({
  content: {
    kind: "interactive",
    interactive: {
      type: "cards",
      cards: titles.map(([title, subtitle]) => ({
        title,
        subtitle,
        imageUrl: null,
        url: null,
        buttons: [{ type: "postback" as const, title: "Keep one for me", payload: title }],
      })),
    },
  },
  onPhone: {
    shownAs: "interactive",
    options: titles.map(([id]) => ({ id, title: "Keep one for me", kind: "postback" })),
  },
});

/** A template of the stand-in's account; `text` is its body filled in, for the phone. */
export const template = (
  name: string,
  text: string,
  components: Record<string, unknown>[],
  onPhone: Record<string, unknown> = {},
): Sending => ({
  content: { kind: "template", name, language: "en_US", components },
  onPhone: { shownAs: "template", text, ...onPhone },
});

/** Words for a template's part. */
export const words = (type: string, ...texts: string[]) => ({
  type,
  parameters: texts.map((text) => ({ type: "text", text })),
});

/** A template's button; quick replies have a payload, links the end of their address. */
export const button = (kind: "quick_reply" | "url", index: number, value: string) => ({
  type: "button",
  sub_type: kind,
  index: String(index),
  parameters: [kind === "url" ? { type: "text", text: value } : { type: "payload", payload: value }],
});

function optionOf(button: CardButton) {
  return button.type === "link"
    ? { id: button.url, title: button.title, kind: "link" }
    : { id: button.payload, title: button.title, kind: "postback" };
}
