import { maskBody } from "@/lib/channels/masking/mask-body";
import type { ChannelType } from "@/lib/domain/channel";

/** Longer ones are cut on the page; the export has them whole. */
const MAX_CHARS = 400_000;

/** A body as it is read: JSON, indented. */
export type EventBody = { text: string; isCut: boolean };

/** The whole of it. Pure. */
export function eventBodyOf(raw: Buffer): EventBody {
  return cut(raw.toString("utf8"), (body) => body);
}

/** With everything hidden that a person wrote or is. Pure. */
export function maskedBodyOf(channel: ChannelType, raw: Buffer): EventBody {
  return cut(raw.toString("utf8"), (body) => maskBody(channel, body));
}

function cut(json: string, change: (body: unknown) => unknown): EventBody {
  const text = JSON.stringify(change(JSON.parse(json)), null, 2);
  return { text: text.slice(0, MAX_CHARS), isCut: text.length > MAX_CHARS };
}
