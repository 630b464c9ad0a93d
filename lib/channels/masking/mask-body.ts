import type { ChannelType } from "@/lib/domain/channel";
import { instagramShown } from "./instagram-shown";
import type { Shown } from "./shown";
import { whatsappShown } from "./whatsapp-shown";

/** Stands where something is hidden. */
export const HIDDEN = "•••";

const shapes: Record<ChannelType, Shown> = { whatsapp: whatsappShown, instagram: instagramShown };

/** Names that Meta gives its fields; a key may hold a person's number or word where Meta uses them as names. */
const fieldName = /^[a-z][a-z_]{0,39}$/;

/**
 * A webhook body with its structure, its types, times and technical ids on show and everything else hidden: what a
 * person wrote, names, phone numbers, user ids, addresses, links. Only what is listed shows, in its place and in its
 * form, so a field that Meta adds tomorrow is hidden. Whether something is there and true or false shows. Pure.
 */
export function maskBody(channel: ChannelType, body: unknown): unknown {
  return masked(body, shapes[channel]);
}

function masked(value: unknown, shown: Shown | undefined): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const each = Array.isArray(shown) ? shown[0] : undefined;
    return value.map((entry) => masked(entry, each));
  }
  if (typeof value === "object") return maskedObject(value as Record<string, unknown>, shown);
  if (typeof shown !== "function") return HIDDEN;
  const text = shown(String(value));
  if (text === null) return HIDDEN;
  return typeof value === "number" ? value : text;
}

function maskedObject(value: Record<string, unknown>, shown: Shown | undefined): Record<string, unknown> {
  const known = isFields(shown) ? shown : {};
  const entries = Object.entries(value).map(([key, entry], at) => {
    const name = Object.hasOwn(known, key) || fieldName.test(key) ? key : `${HIDDEN} ${at + 1}`;
    return [name, masked(entry, Object.hasOwn(known, key) ? known[key] : undefined)] as const;
  });
  return Object.fromEntries(entries);
}

function isFields(shown: Shown | undefined): shown is { readonly [name: string]: Shown } {
  return typeof shown === "object" && !Array.isArray(shown);
}
