import type { ChannelType } from "@/lib/domain/channel";
import { fail, ok, type Result } from "@/lib/domain/result";

/** WhatsApp: `text.body` holds up to 4096 characters. */
export const WHATSAPP_TEXT_CHARACTERS = 4096;
/** Instagram counts UTF-8 bytes, not characters. */
export const INSTAGRAM_TEXT_BYTES = 1000;

/** The text as it would be sent, or `text_empty`, or `text_too_long` with `details: { limit, length, unit }`. */
export function checkText(channel: ChannelType, text: string): Result<string> {
  if (text.trim() === "") return fail("text_empty", "The text is empty");
  const { length, limit, unit } = measureText(channel, text);
  if (length <= limit) return ok(text);
  return fail("text_too_long", `The text has ${length} ${unit}, the limit is ${limit}`, {
    limit,
    length,
    unit,
  });
}

/** How long a text is in the unit its channel counts. WhatsApp: code points; Instagram: UTF-8 bytes. */
export function measureText(
  channel: ChannelType,
  text: string,
): { length: number; limit: number; unit: "characters" | "bytes" } {
  if (channel === "whatsapp") {
    return { length: [...text].length, limit: WHATSAPP_TEXT_CHARACTERS, unit: "characters" };
  }
  return { length: new TextEncoder().encode(text).length, limit: INSTAGRAM_TEXT_BYTES, unit: "bytes" };
}
