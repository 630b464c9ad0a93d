import type { CardButton, Interactive } from "@/lib/domain/interactive";

type Of<T extends Interactive["type"]> = Extract<Interactive, { type: T }>;

/** Instagram's `message` for something to tap, or null for what only WhatsApp has. https://developers.facebook.com/docs/messenger-platform/instagram/features/quick-replies, …/generic-template, …/button-template */
export function buildInteractive(interactive: Interactive): Record<string, unknown> | null {
  switch (interactive.type) {
    case "quick_replies":
      return { text: interactive.body, quick_replies: interactive.replies.map(replyOf) };
    case "button_template":
      return template({
        template_type: "button",
        text: interactive.body,
        buttons: interactive.buttons.map(buttonOf),
      });
    case "cards":
      return template({ template_type: "generic", elements: interactive.cards.map(cardOf) });
    default:
      return null;
  }
}

function template(payload: Record<string, unknown>): Record<string, unknown> {
  return { attachment: { type: "template", payload } };
}

function replyOf({ content, title, payload }: Of<"quick_replies">["replies"][number]) {
  return content === "text" ? { content_type: content, title, payload } : { content_type: content };
}

function cardOf({ title, subtitle, imageUrl, url, buttons }: Of<"cards">["cards"][number]) {
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(imageUrl ? { image_url: imageUrl } : {}),
    ...(url ? { default_action: { type: "web_url", url } } : {}),
    ...(buttons.length > 0 ? { buttons: buttons.map(buttonOf) } : {}),
  };
}

function buttonOf(button: CardButton): Record<string, unknown> {
  if (button.type === "link") return { type: "web_url", title: button.title, url: button.url };
  return { type: "postback", title: button.title, payload: button.payload };
}
