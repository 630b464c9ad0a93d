import type { MessageEvent } from "@/lib/domain/provider-event";
import { derivedId } from "../derived-id";
import { isSomebody } from "../person";
import { epochMs } from "../timestamp";
import { failed, type Unit } from "../unit";
import { contentOf } from "./content";
import type { MessageScope } from "./message-scope";
import { parseChangeOfMessage } from "./parse-change-of-message";
import { parseSystem } from "./parse-system";
import { personOf } from "./person";
import { typeOf } from "./type-of";
import { WireMessage } from "./wire";

/**
 * One item of `messages[]` or `message_echoes[]`: a message, or a change of one (reaction, edit, revocation).
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
 */
export function parseMessage(raw: unknown, scope: MessageScope): Unit {
  const prefix = scope.origin === "customer" ? "message" : "echo";
  const wire = WireMessage.safeParse(raw).data;
  if (!wire) return failed(prefix, "The item is not an object");
  const type = typeOf(wire, raw);
  const change = parseChangeOfMessage(wire, type, scope, prefix);
  if (change) return change;

  const draft = contentOf(wire, type, scope.origin);
  const kind = `${prefix}.${draft.kind}`;
  const named = namesOf(wire, scope);
  const isOwnHistory = scope.isHistory && scope.origin === "phone";
  if (!isSomebody(named.person) && !isOwnHistory) {
    return failed(
      kind,
      scope.origin === "customer" ? "The message names no sender" : "The echo names no recipient",
    );
  }
  const event: MessageEvent = {
    type: "message",
    origin: scope.origin,
    ...named,
    aliases: [...named.aliases, ...(draft.alias ? [draft.alias] : [])],
    providerMessageId: wire.id ?? derivedId(raw),
    kind: draft.kind,
    text: draft.text,
    content: draft.content,
    replyTo: replyToOf(wire),
    referral: wire.referral ?? null,
    forwarded: forwardedOf(wire),
    groupId: wire.group_id ?? scope.groupId ?? null,
    isStandby: scope.isStandby,
    ...historyOf(wire, scope),
    sentAt: epochMs(wire.timestamp),
  };
  return { kind, event };
}

function namesOf(
  wire: WireMessage,
  { origin, contacts, person }: MessageScope,
): Pick<MessageEvent, "person" | "aliases" | "becomes"> {
  if (person && !wire.system) return { person, aliases: [] };
  if (origin === "phone") {
    const ids = { waId: wire.to, bsuid: wire.to_user_id, parentBsuid: wire.to_parent_user_id };
    return { person: personOf(ids, contacts), aliases: [] };
  }
  if (wire.system) return parseSystem(wire, wire.system, contacts);
  const ids = { waId: wire.from, bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id };
  return { person: personOf(ids, contacts), aliases: [] };
}

function replyToOf({ context }: WireMessage): MessageEvent["replyTo"] {
  const product = context?.referred_product;
  if (!context?.id && !product) return null;
  return {
    providerMessageId: context?.id ?? null,
    story: null,
    product: product
      ? { catalogId: product.catalog_id ?? null, productId: product.product_retailer_id ?? null }
      : null,
  };
}

function forwardedOf({ context }: WireMessage): MessageEvent["forwarded"] {
  if (context?.frequently_forwarded) return "many";
  return context?.forwarded ? "once" : null;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history */
function historyOf(
  wire: WireMessage,
  scope: MessageScope,
): Pick<MessageEvent, "isHistory" | "historyStatus"> {
  if (!scope.isHistory) return {};
  const told = wire.history_context?.status?.toUpperCase() ?? "";
  return { isHistory: true, historyStatus: historyStatuses[told] ?? "sent" };
}

const historyStatuses: Record<string, MessageEvent["historyStatus"]> = {
  DELIVERED: "delivered",
  READ: "read",
  PLAYED: "played",
  ERROR: "failed",
};
