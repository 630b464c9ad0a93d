import { sendContentAction } from "@/lib/actions/messages";
import { interactiveLimits } from "@/lib/channels/interactive-limits";
import { lengthOf } from "@/lib/channels/over-limit";
import type { ChannelType } from "@/lib/domain/channel";
import type { Attachment } from "./attachment";
import { dropSent, findAttachment, patch, watch } from "./tray-store";

type Target = { id: string; channel: ChannelType };
type Along = { texts: string[]; replyToMessageId: string | null; sendText: (text: string) => void };

const lanes = new Map<string, Promise<void>>();

/**
 * Sends files of a tray one after the other, each as soon as it is uploaded. On WhatsApp a single text is the caption
 * of the first, where that has captions; otherwise it follows as a message of its own. What does not get through stays.
 */
export function sendAttachments(
  target: Target,
  ids: readonly string[],
  along: Along | null = null,
): Promise<void> {
  const first = findAttachment(target.id, ids[0] ?? "");
  const isCaption = takesCaption(target.channel, first, along?.texts ?? []);
  for (const [index, id] of ids.entries()) {
    const isFirst = index === 0 && along !== null;
    patch(target.id, id, {
      isSending: true,
      ...(isFirst && isCaption ? { caption: along.texts[0] ?? null } : {}),
      ...(isFirst ? { replyToMessageId: along.replyToMessageId } : {}),
    });
  }
  const before = lanes.get(target.id) ?? Promise.resolve();
  const work = before.then(async () => {
    for (const id of ids) await sendOne(target.id, id);
    if (along && !isCaption) for (const text of along.texts) along.sendText(text);
  });
  lanes.set(target.id, work);
  return work;
}

/** Whether words go along with this file, or after it. Pure. */
export function takesCaption(
  channel: ChannelType,
  attachment: Attachment | null,
  texts: readonly string[],
): boolean {
  if (channel !== "whatsapp" || !attachment) return false;
  const hasCaptions =
    attachment.kind === "image" || attachment.kind === "video" || attachment.kind === "document";
  const [text] = texts;
  if (!hasCaptions || text === undefined || texts.length > 1) return false;
  return lengthOf(text) <= interactiveLimits.whatsapp.caption;
}

async function sendOne(conversationId: string, id: string): Promise<void> {
  const attachment = await uploaded(conversationId, id);
  if (!attachment?.upload) return;
  const { messageId, caption, replyToMessageId, upload } = attachment;
  const content = { kind: upload.kind, uploadId: upload.id, caption };
  const answer = await sendContentAction({ conversationId, messageId, content, replyToMessageId }).catch(
    () => null,
  );
  if (answer?.data) return dropSent(conversationId, id);
  const errorCode = answer?.serverError?.code ?? (answer ? "bad_request" : "unavailable");
  patch(conversationId, id, { state: "broken", errorCode });
}

/** The file once it is on the server; null when it was refused, broke, or was taken out. */
function uploaded(conversationId: string, id: string): Promise<Attachment | null> {
  return new Promise((resolve) => {
    let unwatch = () => {};
    const look = () => {
      const attachment = findAttachment(conversationId, id);
      if (attachment?.state === "waiting" || attachment?.state === "uploading") return false;
      unwatch();
      resolve(attachment?.state === "ready" ? attachment : null);
      return true;
    };
    if (!look()) unwatch = watch(look);
  });
}
