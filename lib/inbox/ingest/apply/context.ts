import type { Channel } from "@/lib/domain/channel";
import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { settleUnsure } from "@/lib/inbox/conversations/settle-unsure";
import { isUnsure, withMessage } from "@/lib/inbox/conversations/touch";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { messagesOf } from "@/lib/store/messages";
import type { Unit } from "@/lib/store/unit";

export type Outcome = { outcome: "applied" | "duplicate" | "waiting" | "ignored"; error: string | null };

export const applied: Outcome = { outcome: "applied", error: null };
export const duplicate: Outcome = { outcome: "duplicate", error: null };
export const waiting: Outcome = { outcome: "waiting", error: null };
/** What it is about was erased. */
export const erased: Outcome = { outcome: "ignored", error: "erased" };
export const ignored = (error: string): Outcome => ({ outcome: "ignored", error });

/** What applying the items of one conversation shares: one transaction's documents and what is left to do after it. */
export type ApplyContext = {
  unit: Unit;
  channel: Channel;
  /** Channels of the same type; a contact may have a thread on each. */
  siblings: readonly Channel[];
  /** When the webhook came and the time now, epoch ms. */
  receivedAt: number;
  now: number;
  /** Messages created or changed here, by conversation. */
  touched: Map<string, Map<string, Message>>;
  /** Conversations that need a look at their thread. */
  unsure: Set<string>;
  /** Contacts that became part of another here; their threads have to move. */
  mergedContactIds: Set<string>;
  /** Contacts whose profile should be asked for. */
  profileContactIds: Set<string>;
  /** Conversations in which something was queued here; their sending starts after the transaction. */
  lanes: Set<string>;
  /** Files to fetch (`mediaDownloads` ids), once the transaction is through. */
  downloads: Set<string>;
};

export function newContext(
  unit: Unit,
  at: Pick<ApplyContext, "channel" | "siblings" | "receivedAt" | "now">,
): ApplyContext {
  return {
    unit,
    ...at,
    touched: new Map(),
    unsure: new Set(),
    mergedContactIds: new Set(),
    profileContactIds: new Set(),
    lanes: new Set(),
    downloads: new Set(),
  };
}

/** Stores a message and what it means for its conversation. */
export function saveMessage(
  context: ApplyContext,
  conversation: Conversation,
  message: Message,
  options: { isNew?: boolean } = {},
): void {
  const { unit, now } = context;
  if (isUnsure(conversation, message)) context.unsure.add(conversation.id);
  unit.set(messagesOf(conversation.id).doc(message.id), message);
  const next = withMessage(conversation, message, options);
  unit.set(conversations().doc(conversation.id), { ...next, updatedAt: now });
  const messages = context.touched.get(conversation.id) ?? new Map<string, Message>();
  context.touched.set(conversation.id, messages.set(message.id, message));
}

/** Last reads and the feed rows, before the unit is written. */
export async function finishContext(context: ApplyContext): Promise<void> {
  const { unit, touched } = context;
  for (const id of context.unsure) {
    const ref = conversations().doc(id);
    const conversation = await unit.get(ref);
    if (!conversation) continue;
    const unsaved = [...(touched.get(id)?.values() ?? [])];
    unit.set(ref, await settleUnsure(unit, conversation, unsaved));
  }
  const changed = new Map<string, string[]>();
  for (const path of unit.changed()) {
    const [collection, id, , messageId] = path.split("/");
    if (collection !== "conversations" || !id) continue;
    const messageIds = changed.get(id) ?? [];
    changed.set(id, messageId ? [...messageIds, messageId] : messageIds);
  }
  for (const [conversationId, messageIds] of changed) {
    unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId, messageIds }));
  }
}
