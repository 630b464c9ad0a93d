import type { Origin } from "@/lib/domain/provider-event";
import { contactsContent } from "./content-contacts";
import { interactiveContent } from "./content-interactive";
import { locationContent } from "./content-location";
import { audioContent, documentContent, pictureContent, stickerContent } from "./content-media";
import { orderContent } from "./content-order";
import { templateContent } from "./content-template";
import { unsupportedContent } from "./content-unsupported";
import type { Draft } from "./draft";
import type { WireMessage } from "./wire";

/**
 * What a message holds, by its type. A known type with an odd or missing payload keeps its kind; a type not known
 * yet is `unsupported` under its own name.
 */
export function contentOf(wire: WireMessage, type: string | null, origin: Origin): Draft {
  switch (type) {
    case "text":
      return { kind: "text", text: wire.text?.body ?? null, content: { kind: "text" } };
    case "image":
    case "video":
      return pictureContent(type, wire[type]);
    case "audio":
    case "voice":
      return audioContent(wire[type] ?? wire.audio, type === "voice");
    case "document":
      return documentContent(wire.document);
    case "sticker":
      return stickerContent(wire.sticker);
    case "location":
      return locationContent(wire.location);
    case "contacts":
      return contactsContent(wire.contacts);
    case "order":
      return orderContent(wire.order);
    case "button":
      return tapOfTemplate(wire.button);
    case "interactive":
      return interactiveContent(wire, origin);
    case "template":
      return templateContent(wire, origin);
    case "system":
      return systemContent(wire.system);
    default:
      return unsupportedContent(wire, type);
  }
}

function tapOfTemplate(button: WireMessage["button"]): Draft {
  const title = button?.text ?? null;
  return {
    kind: "tap",
    text: title,
    content: {
      kind: "tap",
      source: "template_button",
      title,
      payload: button?.payload ?? null,
      description: null,
    },
  };
}

function systemContent(system: WireMessage["system"]): Draft {
  const body = system?.body ?? null;
  return { kind: "system", text: body, content: { kind: "system", event: system?.type ?? "unknown", body } };
}
