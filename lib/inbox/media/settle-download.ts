import type { MediaDownload, MediaFailure, MediaFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import { previewDetailOf } from "@/lib/domain/preview-detail-of";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { currentMessage } from "@/lib/inbox/outbound/locate";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { inUnit, type Unit } from "@/lib/store/unit";
import type { DownloadClaim } from "./claim-download";
import { patienceWith, waitMs } from "./patience";
import { mediaAt, withFile } from "./slots";

/** The file is on our disk: the message shows it and the row goes. False when another process has the row by now. */
export function settleReady(claim: DownloadClaim, file: MediaFile): Promise<boolean> {
  return settle(claim, async (unit, row) => {
    unit.delete(mediaDownloads().doc(row.id));
    await showFile(unit, row, () => file);
  });
}

/** An attempt failed: the row waits for the next, or the file is given up. `now` in epoch ms. */
export function settleFailure(claim: DownloadClaim, failure: MediaFailure, now: number): Promise<boolean> {
  return settle(claim, async (unit, row) => {
    const ref = mediaDownloads().doc(row.id);
    if (now >= row.giveUpAt || row.tries >= patienceWith(failure)) {
      unit.delete(ref);
      // A dead link is not coming back; an id may, until its days are over.
      const isOver = now >= row.giveUpAt || (failure === "gone" && row.mediaId === null);
      await showFile(unit, row, (file) => ({ ...file, state: isOver ? "expired" : "failed", failure }));
      return;
    }
    const dueAt = Math.min(now + waitMs(row.tries, Math.random()), row.giveUpAt);
    unit.set(ref, { ...row, dueAt, leaseUntil: null });
    await showFile(unit, row, (file) => ({ ...file, failure }));
  });
}

function settle(
  claim: DownloadClaim,
  change: (unit: Unit, row: MediaDownload) => Promise<void>,
): Promise<boolean> {
  return inUnit(async (unit) => {
    const row = await unit.get(mediaDownloads().doc(claim.row.id));
    if (!row || row.leaseUntil !== claim.leaseUntil) return false;
    await change(unit, row);
    return true;
  }, turnOfConversation(claim.row.conversationId));
}

/** Changes a file in its message, wherever merging has put that, with a feed row. Nothing when the message is gone. */
export async function showFile(
  unit: Unit,
  { conversationId, messageId, slot }: Pick<MediaDownload, "conversationId" | "messageId" | "slot">,
  change: (file: MediaFile) => MediaFile,
): Promise<void> {
  const message = await messageNow(unit, conversationId, messageId);
  const file = message && mediaAt(message, slot)?.file;
  if (!file) return;
  const next = change(file);
  if (JSON.stringify(next) === JSON.stringify(file)) return;
  const shown = withFile(message, slot, next);
  unit.set(messagesOf(message.conversationId).doc(message.id), shown);
  await showInList(unit, shown);
  unit.finally((tx) =>
    addFeedRow(tx, {
      kind: "conversation",
      conversationId: message.conversationId,
      messageIds: [message.id],
    }),
  );
}

/** The list says how long the newest voice note or video is. */
async function showInList(unit: Unit, message: Message): Promise<void> {
  const ref = conversations().doc(message.conversationId);
  const conversation = await unit.get(ref);
  const last = conversation?.lastMessage;
  if (!conversation || last?.id !== message.id) return;
  const detail = previewDetailOf(message.content);
  unit.set(ref, { ...conversation, lastMessage: { ...last, detail } });
}

/** While a thread moves into another its messages are in either; the provider row knows. */
async function messageNow(unit: Unit, conversationId: string, messageId: string): Promise<Message | null> {
  const row = await unit.get(providerMessages().doc(messageId));
  const at = row?.messageId === messageId ? row.conversationId : null;
  const message = at ? await unit.get(messagesOf(at).doc(messageId)) : null;
  return message ?? (await currentMessage(unit, systemActor, conversationId, messageId))?.message ?? null;
}
