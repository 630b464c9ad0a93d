import type { ChannelType } from "@/lib/domain/channel";
import type { CardButton, Interactive } from "@/lib/domain/interactive";
import { fail, ok, type Result } from "@/lib/domain/result";
import { interactiveLimits } from "./interactive-limits";
import { badLink, firstOf, type OverLimit, overCount, overOptional, overText, repeated } from "./over-limit";

type Of<T extends Interactive["type"]> = Extract<Interactive, { type: T }>;
const wa = interactiveLimits.whatsapp;
const ig = interactiveLimits.instagram;
const instagramTypes: readonly Interactive["type"][] = ["quick_replies", "button_template", "cards"];

/** Whether Meta would take it: the first part that is missing, too long or twice is in `details`. Pure. */
export function checkInteractive(channel: ChannelType, interactive: Interactive): Result<null> {
  if (instagramTypes.includes(interactive.type) !== (channel === "instagram")) {
    return fail("content_not_allowed", "This channel has no such message", { type: interactive.type });
  }
  const wrong = firstWrong(interactive);
  return wrong ? fail("content_invalid", `The ${wrong.field} is not of the right form`, wrong) : ok(null);
}

/** The first part that Meta would refuse; null when all is fine. Pure, and used while typing. */
export function firstWrong(interactive: Interactive): OverLimit | null {
  switch (interactive.type) {
    case "buttons":
      return wrongButtons(interactive);
    case "list":
      return wrongList(interactive);
    case "link":
      return firstOf(
        frame(interactive),
        overText("title", interactive.title, wa.linkTitle),
        badLink("url", interactive.url),
      );
    case "location_request":
    case "contact_request":
      return overText("body", interactive.body, wa.body);
    case "quick_replies":
      return wrongReplies(interactive);
    case "button_template":
      return firstOf(
        overText("body", interactive.body, ig.templateBody),
        overCount("buttons", interactive.buttons.length, ig.buttons),
        ...interactive.buttons.map((button, index) => wrongButton(`buttons.${index}`, button)),
      );
    case "cards":
      return wrongCards(interactive);
  }
}

function frame({ header, body, footer }: Of<"buttons"> | Of<"link">): OverLimit | null {
  return firstOf(
    header?.type === "text" ? overText("header", header.text, wa.header) : null,
    overText("body", body, wa.body),
    overOptional("footer", footer, wa.footer),
  );
}

function wrongButtons(interactive: Of<"buttons">): OverLimit | null {
  const { buttons } = interactive;
  return firstOf(
    frame(interactive),
    overCount("buttons", buttons.length, wa.buttons),
    ...buttons.map((button, index) => overText(`buttons.${index}`, button.title, wa.buttonTitle)),
    ...buttons.map((button, index) => overText(`buttons.${index}.id`, button.id, wa.buttonId)),
    repeated(
      "buttons",
      buttons.map((button) => button.title),
    ),
    repeated(
      "buttons.id",
      buttons.map((button) => button.id),
    ),
  );
}

function wrongList({ header, body, footer, button, sections }: Of<"list">): OverLimit | null {
  const rows = sections.flatMap((section) => section.rows);
  return firstOf(
    overOptional("header", header, wa.header),
    overText("body", body, wa.listBody),
    overOptional("footer", footer, wa.footer),
    overText("button", button, wa.listButton),
    overCount("sections", sections.length, wa.sections),
    ...sections.map(({ title }, index) =>
      sections.length > 1
        ? overText(`sections.${index}.title`, title, wa.sectionTitle)
        : overOptional(`sections.${index}.title`, title, wa.sectionTitle),
    ),
    ...sections.map((section, index) => overCount(`sections.${index}.rows`, section.rows.length, wa.rows)),
    overCount("rows", rows.length, wa.rows),
    ...sections.flatMap((section, at) =>
      section.rows.map((row, index) =>
        firstOf(
          overText(`sections.${at}.rows.${index}.title`, row.title, wa.rowTitle),
          overOptional(`sections.${at}.rows.${index}.description`, row.description, wa.rowDescription),
          overText(`sections.${at}.rows.${index}.id`, row.id, wa.rowId),
        ),
      ),
    ),
    repeated(
      "rows.id",
      rows.map((row) => row.id),
    ),
  );
}

function wrongReplies({ body, replies }: Of<"quick_replies">): OverLimit | null {
  const bytes = new TextEncoder().encode(body).length;
  return firstOf(
    overText("body", body, ig.bodyBytes),
    bytes > ig.bodyBytes ? { field: "body", limit: ig.bodyBytes, length: bytes } : null,
    overCount("replies", replies.length, ig.replies),
    ...replies.map((reply, index) =>
      reply.content === "text"
        ? firstOf(
            overText(`replies.${index}`, reply.title, ig.replyTitle),
            overText(`replies.${index}.payload`, reply.payload, ig.payload),
          )
        : null,
    ),
  );
}

function wrongCards({ cards }: Of<"cards">): OverLimit | null {
  return firstOf(
    overCount("cards", cards.length, ig.cards),
    ...cards.map((card, index) =>
      firstOf(
        overText(`cards.${index}.title`, card.title, ig.cardTitle),
        overOptional(`cards.${index}.subtitle`, card.subtitle, ig.cardSubtitle),
        card.imageUrl ? badLink(`cards.${index}.imageUrl`, card.imageUrl) : null,
        card.url ? badLink(`cards.${index}.url`, card.url) : null,
        card.buttons.length > ig.buttons
          ? { field: `cards.${index}.buttons`, limit: ig.buttons, length: card.buttons.length }
          : null,
        ...card.buttons.map((button, at) => wrongButton(`cards.${index}.buttons.${at}`, button)),
      ),
    ),
  );
}

function wrongButton(field: string, button: CardButton): OverLimit | null {
  const title = overText(field, button.title, ig.buttonTitle);
  if (button.type === "link") return firstOf(title, badLink(`${field}.url`, button.url));
  return firstOf(title, overText(`${field}.payload`, button.payload, ig.payload));
}
