import { z } from "zod";
import { ChannelType } from "../channel";
import { type Contact, displayNameOf, Identity, nameOf } from "../contact";
import { IsoTime, toIso } from "./shared";

export const ApiContact = z
  .object({
    id: z.string(),
    channel: ChannelType,
    displayName: z.string().nullable(),
    name: z.string().nullable(),
    username: z.string().nullable(),
    phone: z.string().nullable().meta({ description: "wa_id last seen, digits only; may never be known" }),
    identities: z.array(Identity),
    isMarketingOptedOut: z.boolean(),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "Contact" });
export type ApiContact = z.infer<typeof ApiContact>;

/** A contact as integrators see it. */
export function toApiContact(contact: Contact): ApiContact {
  return {
    id: contact.id,
    channel: contact.channel,
    displayName: displayNameOf(contact),
    name: nameOf(contact),
    username: contact.username,
    phone: contact.phone,
    identities: contact.identities,
    isMarketingOptedOut: contact.marketingOptOut?.isOptedOut ?? false,
    createdAt: toIso(contact.createdAt),
    updatedAt: toIso(contact.updatedAt),
  };
}
