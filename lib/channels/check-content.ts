import type { ChannelType } from "@/lib/domain/channel";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { checkInteractive } from "./check-interactive";
import { interactiveLimits } from "./interactive-limits";
import { checkText } from "./limits";
import { lengthOf } from "./over-limit";

const instagramKinds: readonly SendContent["kind"][] = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "interactive",
  "heart",
];

/**
 * Whether a channel takes this content, as far as its shape tells; files are checked when they are uploaded,
 * templates against the channel's list. Errors: `text_empty`, `text_too_long`, `content_invalid` with
 * `details: { field, limit?, length? }`, `content_not_allowed` for what the channel does not have. Pure.
 */
export function checkContent(channel: ChannelType, content: SendContent): Result<null> {
  const isKnown = channel === "instagram" ? instagramKinds.includes(content.kind) : content.kind !== "heart";
  if (!isKnown)
    return fail("content_not_allowed", "This channel has no such message", { kind: content.kind });
  switch (content.kind) {
    case "text": {
      const checked = checkText(channel, content.text);
      return checked.ok ? ok(null) : checked;
    }
    case "interactive":
      return checkInteractive(channel, content.interactive);
    case "location":
      return checkLocation(content);
    case "contacts":
      return checkCards(content);
    case "image":
    case "video":
    case "document":
    case "audio":
    case "sticker":
      return checkCaption(channel, content);
    default:
      return ok(null);
  }
}

const invalid = (field: string, details: Record<string, unknown> = {}) =>
  fail("content_invalid", `The ${field} is not of the right form`, { field, ...details });

function checkLocation({ latitude, longitude }: Extract<SendContent, { kind: "location" }>): Result<null> {
  if (!(Math.abs(latitude) <= 90)) return invalid("latitude");
  if (!(Math.abs(longitude) <= 180)) return invalid("longitude");
  return ok(null);
}

function checkCards({ cards }: Extract<SendContent, { kind: "contacts" }>): Result<null> {
  const limit = interactiveLimits.whatsapp.cards;
  if (cards.length === 0 || cards.length > limit) return invalid("cards", { limit, length: cards.length });
  const nameless = cards.findIndex((card) => card.name.trim() === "");
  if (nameless >= 0) return invalid(`cards.${nameless}.name`);
  return ok(null);
}

function checkCaption(
  channel: ChannelType,
  { kind, caption }: Extract<SendContent, { uploadId: string }>,
): Result<null> {
  if (caption === null || caption === "") return ok(null);
  const hasCaption = channel === "whatsapp" && kind !== "audio" && kind !== "sticker";
  if (!hasCaption)
    return fail("content_not_allowed", "This channel has no captions here", { field: "caption" });
  const limit = interactiveLimits.whatsapp.caption;
  const length = lengthOf(caption);
  return length > limit ? invalid("caption", { limit, length }) : ok(null);
}
