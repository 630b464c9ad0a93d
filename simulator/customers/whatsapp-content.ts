import { SimError } from "../http/context";
import { asNumber, asObject, asText, compact, type Json } from "../http/json";
import { downloadUrl } from "../world/media";
import type { World } from "../world/world";
import { requiredText } from "./on-phone";
import { mediaFor } from "./sample-media";
import type { Draft } from "./write";
import type { Content } from "./write-whatsapp";

const mediaKinds = ["image", "video", "audio", "voice", "document", "sticker"];

/** A plain message of a WhatsApp customer by its kind. Throws a SimError for kinds there are not. */
export function whatsAppContent(world: World, draft: Draft): Content {
  if (mediaKinds.includes(draft.kind)) return media(world, draft);
  switch (draft.kind) {
    case "text":
      return text(requiredText(draft.body, "text"));
    case "location":
      return location(draft.body);
    case "contacts":
      return contacts(draft.body);
    case "order":
      return order(draft.body);
    case "form":
      return form(draft);
    case "unsupported":
      return unsupported(draft.body);
    case "call_permission":
      return callPermission(draft.body);
    case "identity_changed":
      return identityChanged(draft);
    default:
      throw new SimError(400, `A WhatsApp customer cannot send ${draft.kind}.`);
  }
}

function text(body: string): Content {
  return { type: "text", wire: { body }, onPhone: { text: body, wire: { type: "text", text: { body } } } };
}

function media(world: World, draft: Draft): Content {
  const row = mediaFor(world, "whatsapp", draft.kind, draft.body);
  const type = draft.kind === "voice" ? "audio" : draft.kind;
  const caption = type === "audio" || type === "sticker" ? null : asText(draft.body.caption);
  const wire = compact({
    caption: caption ?? undefined,
    filename: type === "document" ? (row.filename ?? "file") : undefined,
    mime_type: row.mimeType,
    sha256: row.sha256,
    id: row.id,
    url: downloadUrl(world, row),
    voice: type === "audio" ? draft.kind === "voice" : undefined,
    animated: type === "sticker" ? draft.body.isAnimated === true : undefined,
  });
  return {
    type,
    wire,
    onPhone: {
      kind: type,
      text: caption,
      media: { mediaId: row.id, link: null, mimeType: row.mimeType, filename: row.filename },
      wire: { type, [type]: wire },
    },
  };
}

function location(body: Json): Content {
  const wire = compact({
    latitude: asNumber(body.latitude) ?? 38.7223,
    longitude: asNumber(body.longitude) ?? -9.1393,
    name: asText(body.name) ?? undefined,
    address: asText(body.address) ?? undefined,
  });
  const line = asText(body.address) ?? `${wire.latitude}, ${wire.longitude}`;
  return {
    type: "location",
    wire,
    onPhone: { header: asText(body.name), text: line, wire: { type: "location", location: wire } },
  };
}

function contacts(body: Json): Content {
  const name = asText(body.name) ?? "Someone";
  const phone = asText(body.phone);
  const [first = name, ...rest] = name.split(" ");
  const isOwn = body.isOwnNumber === true;
  const card = compact({
    name: compact({ first_name: first, last_name: rest.join(" ") || undefined, formatted_name: name }),
    phones: phone ? [compact({ phone, wa_id: phone.replaceAll(/\D/g, ""), type: "MOBILE" })] : undefined,
    origin: isOwn ? "contact_request" : "other",
    vcard: isOwn ? undefined : `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:${phone ?? ""}\nEND:VCARD`,
  });
  return {
    type: "contacts",
    wire: [card],
    onPhone: { text: [name, phone].filter(Boolean).join(" "), wire: { type: "contacts", contacts: [card] } },
  };
}

function order(body: Json): Content {
  const wire = asObject(body.payload) ?? {
    catalog_id: "194836987009911",
    text: asText(body.text) ?? "These two, please",
    product_items: [
      { product_retailer_id: "sku-teal-mug", quantity: 2, item_price: 14.5, currency: "EUR" },
      { product_retailer_id: "sku-linen-towel", quantity: 1, item_price: 22, currency: "EUR" },
    ],
  };
  return { type: "order", wire, onPhone: { text: asText(wire.text), wire: { type: "order", order: wire } } };
}

function form(draft: Draft): Content {
  const answer = asObject(draft.body.payload) ?? { flow_token: "unused", size: "M", colour: "teal" };
  const wire = {
    type: "nfm_reply",
    nfm_reply: { name: "flow", body: "Sent", response_json: JSON.stringify(answer) },
  };
  return {
    type: "interactive",
    wire,
    onPhone: { kind: "form", text: "Sent", wire: { type: "interactive", interactive: wire } },
  };
}

/** `reason`: Meta's name for what it could not hand over; `code` 131060 is a first message it could not deliver. */
function unsupported(body: Json): Content {
  const wire = asObject(body.payload) ?? { type: asText(body.reason) ?? "poll_update" };
  const isLate = body.code === 131060;
  const title = isLate ? "This message is currently unavailable." : "Message type unknown";
  const details = isLate ? title : "Message type is currently not supported.";
  const errors = [{ code: isLate ? 131060 : 131051, title, message: title, error_data: { details } }];
  return {
    type: "unsupported",
    wire,
    beside: { errors },
    onPhone: { text: null, wire: { type: "unsupported" } },
  };
}

/** The answer to a question whether the business may call. */
function callPermission(body: Json): Content {
  const response = body.value === "reject" ? "reject" : "accept";
  const wire = {
    type: "call_permission_reply",
    call_permission_reply: { response, is_permanent: false, response_source: "user_action" },
  };
  const text = response === "accept" ? "You may call me" : "Please do not call";
  return { type: "interactive", wire, onPhone: { text, wire: { type: "interactive", interactive: wire } } };
}

/** A new phone or a new installation of the app: Meta tells that the security code is another. */
function identityChanged({ at }: Draft): Content {
  const seconds = String(Math.floor(at / 1000));
  return {
    type: "system",
    wire: { type: "customer_identity_changed", body: "The security code of this customer changed" },
    beside: { identity: { acknowledged: true, created_timestamp: seconds, hash: "DF2lS5v2W6x=" } },
    onPhone: { text: "Security code changed", wire: { type: "system" } },
  };
}
