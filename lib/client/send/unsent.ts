import type { ChannelType } from "@/lib/domain/channel";
import type { Failure } from "@/lib/domain/result";

/** A message the server has not taken yet, with all that is needed to show and send it after a reload. */
export type Unsent = {
  messageId: string;
  conversationId: string;
  contactId: string;
  channelId: string;
  channel: ChannelType;
  text: string;
  replyToMessageId: string | null;
  /** Epoch ms at which it was written. */
  at: number;
  /** Set when the server refused it; it then waits for a person. */
  failure: Failure | null;
};

const keyOf = (memberId: string) => `parley.unsent.${memberId}`;

/** What this browser keeps of a member's unsent messages, oldest first. Unreadable storage counts as empty. */
export function readUnsent(memberId: string): Unsent[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? "[]");
    return Array.isArray(rows) ? rows.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

export function putUnsent(memberId: string, row: Unsent): void {
  write(memberId, [...readUnsent(memberId).filter((known) => known.messageId !== row.messageId), row]);
}

export function dropUnsent(memberId: string, messageId: string): void {
  write(
    memberId,
    readUnsent(memberId).filter((known) => known.messageId !== messageId),
  );
}

/** What was written in a conversation that is gone for good, is not sent any more. */
export function dropUnsentIn(memberId: string, conversationId: string): void {
  write(
    memberId,
    readUnsent(memberId).filter((known) => known.conversationId !== conversationId),
  );
}

/** Full or forbidden storage must not stop a send; the message is then only in memory. */
function write(memberId: string, rows: Unsent[]): void {
  try {
    if (rows.length === 0) localStorage.removeItem(keyOf(memberId));
    else localStorage.setItem(keyOf(memberId), JSON.stringify(rows.toSorted((a, b) => a.at - b.at)));
  } catch {
    return;
  }
}

function isUnsent(row: unknown): row is Unsent {
  const { messageId, conversationId, text, at } = (row ?? {}) as Partial<Unsent>;
  return (
    [messageId, conversationId, text].every((part) => typeof part === "string") && typeof at === "number"
  );
}
