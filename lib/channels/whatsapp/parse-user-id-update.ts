import { z } from "zod";
import { derivedId } from "../derived-id";
import { id, listOf, optional, text } from "../lenient";
import { isSomebody, nobody } from "../person";
import { epochMs } from "../timestamp";
import { ignored, isolated, type Unit } from "../unit";
import { phoneOf } from "./person";

const Change = z.object({ previous: optional(id), current: optional(id) });
const Update = z.object({
  wa_id: optional(id),
  detail: optional(text),
  user_id: optional(Change),
  parent_user_id: optional(Change),
  timestamp: z.unknown().optional(),
});
type Update = z.output<typeof Update>;

const Value = z.object({ user_id_update: listOf(Update) });

/**
 * The field `user_id_update`, which Meta described and then took back (changelog, 11 Aug 2026): the same news comes
 * as a system message. Read in case it is ever sent.
 */
export function parseUserIdUpdate(content: Record<string, unknown>): Unit[] {
  const kind = "field.user_id_update";
  const updates = Value.parse(content).user_id_update;
  if (updates.length === 0) return [ignored(kind, "The value holds no updates")];
  return updates.map((update) => isolated(kind, () => parseUpdate(kind, update)));
}

function parseUpdate(kind: string, update: Update): Unit {
  const waId = phoneOf(update.wa_id);
  const now = {
    ...nobody,
    waId,
    bsuid: update.user_id?.current ?? null,
    parentBsuid: update.parent_user_id?.current ?? null,
  };
  const before = {
    ...nobody,
    waId,
    bsuid: update.user_id?.previous ?? null,
    parentBsuid: update.parent_user_id?.previous ?? null,
  };
  if (!isSomebody(now) && !isSomebody(before)) return ignored(kind, "The update names nobody");
  const body = update.detail ?? null;
  return {
    kind,
    event: {
      type: "message",
      origin: "customer",
      person: isSomebody(before) ? before : now,
      aliases: isSomebody(now) && isSomebody(before) ? [now] : [],
      ...(waId !== null || now.bsuid !== before.bsuid ? { becomes: now } : {}),
      providerMessageId: derivedId(update),
      kind: "system",
      text: body,
      content: { kind: "system", event: "user_changed_user_id", body },
      replyTo: null,
      referral: null,
      forwarded: null,
      groupId: null,
      isStandby: false,
      sentAt: epochMs(update.timestamp),
    },
  };
}
