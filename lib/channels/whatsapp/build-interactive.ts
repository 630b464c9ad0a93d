import type { Interactive } from "@/lib/domain/interactive";
import type { OutgoingFile } from "../client-types";

type Of<T extends Interactive["type"]> = Extract<Interactive, { type: T }>;

/** WhatsApp's `interactive` object, or null for what only Instagram has. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages and its siblings */
export function buildInteractive(
  interactive: Interactive,
  headerFile: OutgoingFile | null,
): Record<string, unknown> | null {
  switch (interactive.type) {
    case "buttons":
      return {
        type: "button",
        ...frameOf(interactive, headerFile),
        action: { buttons: repliesOf(interactive) },
      };
    case "list":
      return { type: "list", ...listFrame(interactive), action: listAction(interactive) };
    case "link":
      return { type: "cta_url", ...frameOf(interactive, headerFile), action: linkAction(interactive) };
    case "location_request":
      return {
        type: "location_request_message",
        body: { text: interactive.body },
        action: { name: "send_location" },
      };
    case "contact_request":
      return {
        type: "request_contact_info",
        body: { text: interactive.body },
        action: { name: "request_contact_info" },
      };
    default:
      return null;
  }
}

function frameOf(
  { header, body, footer }: Of<"buttons"> | Of<"link">,
  file: OutgoingFile | null,
): Record<string, unknown> {
  return {
    ...(header ? { header: headerOf(header, file) } : {}),
    body: { text: body },
    ...(footer ? { footer: { text: footer } } : {}),
  };
}

function headerOf(
  header: NonNullable<Of<"buttons">["header"]>,
  file: OutgoingFile | null,
): Record<string, unknown> {
  if (header.type === "text") return { type: "text", text: header.text };
  return { type: header.type, [header.type]: file };
}

function listFrame({ header, body, footer }: Of<"list">): Record<string, unknown> {
  return {
    ...(header ? { header: { type: "text", text: header } } : {}),
    body: { text: body },
    ...(footer ? { footer: { text: footer } } : {}),
  };
}

function repliesOf({ buttons }: Of<"buttons">): Record<string, unknown>[] {
  return buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
}

function listAction({ button, sections }: Of<"list">): Record<string, unknown> {
  return {
    button,
    sections: sections.map(({ title, rows }) => ({
      ...(title ? { title } : {}),
      rows: rows.map(({ id, title: name, description }) => ({
        id,
        title: name,
        ...(description ? { description } : {}),
      })),
    })),
  };
}

function linkAction({ title, url }: Of<"link">): Record<string, unknown> {
  return { name: "cta_url", parameters: { display_text: title, url } };
}
