import type { ChannelRef, WebhookItem } from "@/lib/domain/provider-event";
import { objectOf } from "../object-of";
import { storable } from "../storable";
import { type ChannelUnit, ignored, isolated, numbered, type Unit } from "../unit";
import { parseChange } from "./parse-change";
import { parseItem } from "./parse-item";
import { WireBody, WireEntry } from "./wire";

/**
 * Every message, echo, reaction, read and change of an Instagram webhook body, in the order they stand in it. Never
 * throws; a body of another `object` gives none. In `standby` another app handles the thread.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/webhook
 */
export function parseInstagramBody(body: unknown): WebhookItem[] {
  if (objectOf(body) !== "instagram") return [];
  return numbered(WireBody.parse(storable(body)).entry.flatMap(parseEntry));
}

function parseEntry(raw: unknown): ChannelUnit[] {
  const entry = WireEntry.safeParse(raw).data;
  const accountId = entry?.id ?? "";
  const channel: ChannelRef = { type: "instagram", accountId };
  const scope = { accountId, time: entry?.time };
  const units: Unit[] = [
    ...(entry?.messaging ?? []).map((item) =>
      isolated("messaging", () => parseItem(item, { ...scope, isStandby: false })),
    ),
    ...(entry?.standby ?? []).map((item) =>
      isolated("standby", () => parseItem(item, { ...scope, isStandby: true })),
    ),
    ...(entry?.changes ?? []).map((change) => isolated("change", () => parseChange(change, scope))),
  ];
  if (units.length === 0) units.push(ignored("entry", "The entry holds no messages and no changes"));
  return units.map((unit) => ({ ...unit, channel }));
}
