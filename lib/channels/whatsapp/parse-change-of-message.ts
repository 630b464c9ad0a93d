import { epochMs } from "../timestamp";
import { ignored, type Unit } from "../unit";
import { contentOf } from "./content";
import type { MessageScope } from "./message-scope";
import { personOf } from "./person";
import { typeOf } from "./type-of";
import { WireMessage } from "./wire";

/**
 * A reaction, an edit or a revocation: it changes the message it names. Null when the item is none of these, or
 * when a reaction or an edit names no message: then it is kept as a message that cannot be shown.
 */
export function parseChangeOfMessage(
  wire: WireMessage,
  type: string | null,
  scope: MessageScope,
  prefix: string,
): Unit | null {
  if (type === "reaction") return parseReaction(wire, scope, prefix);
  if (type === "edit") return parseEdit(wire, scope, prefix);
  if (type === "revoke") return parseRevoke(wire, scope, prefix);
  return null;
}

/** An absent emoji and an empty one both take the reaction back. */
function parseReaction(wire: WireMessage, { origin, contacts }: MessageScope, prefix: string): Unit | null {
  const target = wire.reaction?.message_id;
  if (!target) return null;
  const ids =
    origin === "customer"
      ? { waId: wire.from, bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id }
      : { waId: wire.to, bsuid: wire.to_user_id, parentBsuid: wire.to_parent_user_id };
  return {
    kind: `${prefix}.reaction`,
    event: {
      type: "reaction",
      origin,
      person: personOf(ids, contacts),
      targetProviderMessageId: target,
      emoji: wire.reaction?.emoji || null,
      at: epochMs(wire.timestamp),
    },
  };
}

function parseEdit(wire: WireMessage, { origin }: MessageScope, prefix: string): Unit | null {
  const target = wire.edit?.original_message_id;
  if (!target) return null;
  const edited = WireMessage.safeParse(wire.edit?.message).data;
  const draft = edited ? contentOf(edited, typeOf(edited, wire.edit?.message), origin) : null;
  return {
    kind: `${prefix}.edit`,
    event: {
      type: "edit",
      origin,
      targetProviderMessageId: target,
      text: draft?.text ?? null,
      editNumber: null,
      at: epochMs(wire.timestamp),
    },
  };
}

function parseRevoke(wire: WireMessage, { origin }: MessageScope, prefix: string): Unit {
  const target = wire.revoke?.original_message_id;
  if (!target) return ignored(`${prefix}.revoke`, "The revocation names no message");
  return {
    kind: `${prefix}.revoke`,
    event: { type: "revoke", origin, targetProviderMessageId: target, at: epochMs(wire.timestamp) },
  };
}
