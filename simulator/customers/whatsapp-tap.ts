import { SimError } from "../http/context";
import { compact } from "../http/json";
import type { Customer } from "../world/types";
import type { World } from "../world/world";
import { namedMessage, tappedOption } from "./on-phone";
import { whatsAppContent } from "./whatsapp-content";
import type { Draft } from "./write";
import type { Content } from "./write-whatsapp";

/** A tap on a button, list row or quick reply of a received message; it always answers that message. */
export function whatsAppTap(world: World, customer: Customer, draft: Draft): Content {
  const source = namedMessage(world, customer, draft.body);
  const option = tappedOption(source, draft.body);
  draft.replyTo = source.providerMessageId;
  switch (option.kind) {
    case "quick_reply": {
      const wire = { payload: option.id, text: option.title };
      return {
        type: "button",
        wire,
        onPhone: { text: option.title, wire: { type: "button", button: wire } },
      };
    }
    case "request_contact_info":
      return whatsAppContent(world, {
        ...draft,
        kind: "contacts",
        body: {
          name: customer.name,
          phone: customer.waId ? `+${customer.waId}` : "+1 555 010 9988",
          isOwnNumber: true,
        },
      });
    case "send_location":
      return whatsAppContent(world, { ...draft, kind: "location", body: {} });
    case "reply":
    case "row": {
      const type = option.kind === "row" ? "list_reply" : "button_reply";
      const reply = compact({ id: option.id, title: option.title, description: option.description });
      const wire = { type, [type]: reply };
      return {
        type: "interactive",
        wire,
        onPhone: { text: option.title, wire: { type: "interactive", interactive: wire } },
      };
    }
    default:
      throw new SimError(400, "A link opens the browser; it tells the business nothing.");
  }
}
