import type { WireMessage } from "./wire";

const payloads = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "order",
  "interactive",
  "button",
  "reaction",
  "edit",
  "revoke",
  "system",
  "unsupported",
] as const;

/** The type a message says it has; without one, the first payload it carries. Null when it carries none known. */
export function typeOf(wire: WireMessage, raw: unknown): string | null {
  if (wire.type) return wire.type;
  if (typeof raw !== "object" || raw === null) return null;
  return payloads.find((name) => Object.hasOwn(raw, name)) ?? null;
}
