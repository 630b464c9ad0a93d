import { expect } from "vitest";
import { nobody } from "@/lib/channels/person";
import { whatsappNoticeRows } from "./whatsapp-notice-rows";
import { ana, changeOf, echo, media, message, mika, type Row, tap } from "./whatsapp-row";

/** What each WhatsApp fixture becomes: one row for each item, as far as it matters. */
export const whatsappRows: Record<string, Row[]> = {
  ...whatsappNoticeRows,
  "message-text": [
    message("text", {
      person: ana,
      aliases: [],
      text: "Olá! Ainda têm o vaso azul? 🏺",
      content: { kind: "text" },
      providerMessageId: "wamid.PARLEY0001",
      replyTo: null,
      referral: null,
      forwarded: null,
      groupId: null,
      isStandby: false,
      sentAt: 1793520060000,
    }),
  ],
  "message-text-reply": [
    message("text", { replyTo: { providerMessageId: "wamid.PARLEYQUOTED", story: null, product: null } }),
  ],
  "message-text-forwarded": [message("text", { forwarded: "once", replyTo: null })],
  "message-text-frequently-forwarded": [message("text", { forwarded: "many", replyTo: null })],
  "message-text-product-enquiry": [
    message("text", {
      replyTo: {
        providerMessageId: "wamid.PARLEYPRODUCT",
        product: { catalogId: "5550001", productId: "vaso-verde" },
      },
    }),
  ],
  "message-text-referral": [
    message("text", {
      referral: { source_type: "ad", ctwa_clid: "clid-0001", headline: "Loiça feita à mão" },
    }),
  ],
  "message-text-group": [message("text", { groupId: "group-000111" })],
  "message-text-username-only": [
    message("text", {
      person: {
        ...nobody,
        bsuid: "FI.80010020030040050060",
        parentBsuid: "FI.ENT.90010020030040050060",
        username: "mika.ceramics",
        name: "Mika",
      },
    }),
  ],
  "message-text-foreign-contact": [message("text", { person: { ...nobody, waId: "351910000001" } })],
  "message-text-odd-fields": [
    message("text", {
      person: { ...nobody, waId: "351910000001" },
      text: "Tudo bem?",
      sentAt: null,
      replyTo: null,
      referral: null,
      groupId: null,
    }),
  ],
  "message-without-id": [
    message("text", {
      providerMessageId: expect.stringMatching(/^derived\.[\w-]{43}$/),
    }),
  ],
  "message-image": [
    message("image", {
      text: "A fissura está aqui",
      content: { kind: "image", media: [{ mediaId: "2001", mimeType: "image/jpeg" }] },
    }),
  ],
  "message-image-without-payload": [message("image", { text: null, content: { kind: "image", media: [] } })],
  "message-video": [message("video", { text: "Assim", content: { media: media("2002") } })],
  "message-audio-file": [message("audio", { content: { isVoice: false, media: media("2003") } })],
  "message-audio-voice-note": [message("audio", { content: { isVoice: true, media: media("2004") } })],
  "message-voice-legacy": [message("audio", { content: { isVoice: true, media: media("2005") } })],
  "message-document": [
    message("document", { text: "A fatura", content: { filename: "fatura.pdf", media: media("2006") } }),
  ],
  "message-sticker": [
    message("sticker", { content: { isAnimated: true, isHeart: false, media: media("2007") } }),
  ],
  "message-location": [
    message("location", { content: { latitude: 38.7139, longitude: -9.1394, name: "Olaria" } }),
  ],
  "message-location-live": [message("location", { content: { latitude: 38.71, name: null, address: null } })],
  "message-contacts": [
    message("contacts", {
      aliases: [],
      content: {
        cards: [
          {
            name: "Rui Costa",
            company: "Transportes Costa",
            phones: [{ phone: "+351 910 000 002", waId: "351910000002", type: "WORK" }],
            emails: ["rui@costa.example"],
          },
        ],
      },
    }),
  ],
  "message-contacts-own-phone": [
    message("contacts", { person: mika, aliases: [{ ...nobody, waId: "358400000001" }] }),
  ],
  "message-order": [
    message("order", {
      text: "Para sexta-feira",
      content: {
        catalogId: "5550001",
        items: [{ productId: "vaso-azul", quantity: 2, price: 18.5, currency: "EUR" }],
      },
    }),
  ],
  "message-button-reply": [tap("button_reply", "Sim", "yes")],
  "message-list-reply": [
    message("tap", {
      text: "Levantar na loja",
      content: { source: "list_reply", payload: "pickup", description: "Hoje até às 19 h" },
    }),
  ],
  "message-template-button": [tap("template_button", "Cancelar", "stop-news")],
  "message-template-button-without-context": [tap("template_button", "Cancelar", "stop-news")],
  "message-flow-reply": [
    message("form", {
      text: null,
      content: {
        name: "flow",
        fields: [
          { name: "flow_token", value: "token-1" },
          { name: "rating", value: "5" },
          { name: "words", value: "Muito bom" },
        ],
      },
    }),
  ],
  "message-flow-reply-not-an-object": [
    message("form", { content: { fields: [{ name: "response", value: "[1,2]" }] } }),
  ],
  "message-address-reply": [
    message("form", {
      text: "Rua do Barro 5\nLisboa",
      content: { fields: [{ name: "values", value: '{"city":"Lisboa"}' }] },
    }),
  ],
  "message-call-permission": [
    message("system", { content: { event: "call_permission_reply", body: "accept" } }),
  ],
  "message-interactive-empty": [message("unsupported", { content: { type: "interactive" } })],
  "message-system-changed-number": [
    message("system", {
      person: { ...nobody, waId: "351910000001", bsuid: "PT.70010020030040050060" },
      aliases: [{ ...nobody, waId: "351910000009", bsuid: "PT.70010020030040059999" }],
      content: { event: "user_changed_number" },
    }),
  ],
  "message-system-changed-number-old-form": [
    message("system", {
      person: { ...nobody, waId: "351910000001" },
      aliases: [{ ...nobody, waId: "351910000009" }],
    }),
  ],
  "message-system-changed-user-id": [
    message("system", {
      person: { ...mika, parentBsuid: "FI.ENT.90010020030040050060" },
      aliases: [{ ...nobody, bsuid: "FI.80010020030040059999", parentBsuid: "FI.ENT.90010020030040059999" }],
      content: { event: "user_changed_user_id" },
    }),
  ],
  "message-system-changed-user-id-sentence-only": [
    message("system", { person: mika, aliases: [{ ...nobody, bsuid: "FI.80010020030040059999" }] }),
  ],
  "message-system-identity": [
    message("system", { person: { waId: "351910000001", name: "Ana Ribeiro" }, aliases: [] }),
  ],
  "message-unsupported": [
    message("unsupported", {
      content: { type: "poll_creation", code: 131051, reason: "Message type is currently not supported." },
    }),
  ],
  "message-unsupported-unavailable": [message("unsupported", { content: { code: 131060 } })],
  "message-unknown-legacy": [
    message("unsupported", {
      content: { type: null, code: 501, reason: "Message type is not currently supported" },
    }),
  ],
  "message-future-type": [
    message("unsupported", { content: { type: "teleport", code: null, reason: null } }),
  ],
  "message-reaction": [
    { kind: "message.reaction", event: changeOf("reaction", { emoji: "👍🏽", person: ana }) },
  ],
  "message-reaction-removed": [{ kind: "message.reaction", event: changeOf("reaction", { emoji: null }) }],
  "message-reaction-removed-empty": [
    { kind: "message.reaction", event: changeOf("reaction", { emoji: null }) },
  ],
  "message-edit": [
    {
      kind: "message.edit",
      event: changeOf("edit", { origin: "customer", text: "A fissura está ali", editNumber: null }),
    },
  ],
  "message-revoke": [{ kind: "message.revoke", event: changeOf("revoke", { origin: "customer" }) }],
  "standby-message": [message("text", { isStandby: true, person: ana })],
  "echo-text": [echo("text", { text: "Respondo do telemóvel", person: { ...nobody, waId: "351910000001" } })],
  "echo-text-username-only": [echo("text", { person: { ...mika, username: "mika.ceramics" } })],
  "echo-image": [echo("image", { content: { media: media("2008") } })],
  "echo-interactive": [echo("interactive", { text: "Serve assim?" })],
  "echo-template": [echo("template", { content: { name: "order_ready", language: "pt_PT" } })],
  "echo-edit": [
    {
      kind: "echo.edit",
      event: {
        type: "edit",
        origin: "phone",
        targetProviderMessageId: "wamid.PARLEYECHO",
        text: "Respondo do telefone",
      },
    },
  ],
  "echo-revoke": [
    {
      kind: "echo.revoke",
      event: { type: "revoke", origin: "phone", targetProviderMessageId: "wamid.PARLEYECHO" },
    },
  ],
};
