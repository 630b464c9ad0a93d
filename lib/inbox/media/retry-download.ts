import type { MediaFile, MediaSlot } from "@/lib/domain/media";
import { pendingFile } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import type { MessageMedia } from "@/lib/domain/message-content";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { currentMessage } from "@/lib/inbox/outbound/locate";
import { isDocumentId } from "@/lib/store/document-id";
import { addFeedRow } from "@/lib/store/feed";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesOf } from "@/lib/store/messages";
import { inUnit, type Unit } from "@/lib/store/unit";
import { mediaAt, withFile } from "./slots";
import { downloadOf, giveUpAt } from "./with-pending-files";

export type RetryInput = {
  actor: Actor;
  conversationId: string;
  messageId: string;
  slot: MediaSlot;
  /** Epoch ms. */
  now?: number;
};

/**
 * Has a file fetched anew, from the first try on; gives the id to hand to `fetchSoon`, null when the file is here.
 * Errors: `forbidden`, `not_found`, `media_expired` (Meta's copy is gone; the message says so from then on).
 */
export async function retryDownload(input: RetryInput): Promise<Result<{ downloadId: string | null }>> {
  const { actor, conversationId, messageId } = input;
  if (!can(actor, "conversation.update"))
    return fail("forbidden", "This person may not change conversations");
  if (!isDocumentId(conversationId) || !isDocumentId(messageId)) return notFound();
  return inUnit((unit) => retryWithin(unit, input), turnOfConversation(conversationId));
}

const notFound = () => fail("not_found", "There is no such file");

async function retryWithin(
  unit: Unit,
  { actor, conversationId, messageId, slot, now = Date.now() }: RetryInput,
): Promise<Result<{ downloadId: string | null }>> {
  const found = await currentMessage(unit, actor, conversationId, messageId);
  const media = found && mediaAt(found.message, slot);
  // What an agent sent was here before it was sent.
  if (!found || !media || media.uploadId) return notFound();
  if (media.file?.state === "ready") return ok({ downloadId: null });
  if (media.file?.state === "expired" || now >= giveUpAt(found.message, media)) {
    const expired = media.file ?? pendingFile(media.mimeType);
    show(unit, found.message, slot, media, { ...expired, state: "expired" });
    return fail("media_expired", "Meta has deleted this file");
  }
  const row = downloadOf(found.message, { slot, media }, now);
  const ref = mediaDownloads().doc(row.id);
  const current = await unit.get(ref);
  const isUnderWay = (current?.leaseUntil ?? 0) > now;
  if (!isUnderWay) unit.set(ref, row);
  show(unit, found.message, slot, media, pendingFile(media.mimeType));
  if (media.file?.state !== "pending") {
    const { conversation } = found;
    const subject = { kind: "message", id: messageId } as const;
    const within = [conversation.id, conversation.contactId];
    await leaveAuditEntry(unit, actor, { action: "message.file_fetched_again", subject, within }, now);
  }
  return ok({ downloadId: row.id });
}

function show(unit: Unit, message: Message, slot: MediaSlot, media: MessageMedia, file: MediaFile): void {
  if (JSON.stringify(media.file) === JSON.stringify(file)) return;
  const { conversationId, id } = message;
  unit.set(messagesOf(conversationId).doc(id), withFile(message, slot, file));
  unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId, messageIds: [id] }));
}
