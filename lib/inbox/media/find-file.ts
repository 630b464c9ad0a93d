import type { MediaFile, MediaSlot } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { fail, ok, type Result } from "@/lib/domain/result";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { isDocumentId } from "@/lib/store/document-id";
import { messagesOf } from "@/lib/store/messages";
import { mediaAt } from "./slots";

export type FoundFile = {
  key: string;
  mimeType: string;
  /** The customer's own name for it, or one made of when it was sent. */
  filename: string;
};

/** `thumb`: the small picture; `mp4`: a voice note in the container that Safari plays. Both fall back to the file. */
export type FileVariant = "original" | "thumb" | "mp4";

/**
 * Where a file of a message is, for somebody who may see the conversation. A merged conversation still answers for
 * its messages. Errors: `not_found`; `media_not_ready` with `details.state`; `media_expired`.
 */
export async function findFile(
  actor: Actor,
  at: { conversationId: string; messageId: string; slot: MediaSlot; variant: FileVariant },
): Promise<Result<FoundFile>> {
  const message = await messageAt(actor, at);
  const media = message && mediaAt(message, at.slot);
  if (!message || !media) return fail("not_found", "There is no such file");
  const { file } = media;
  if (file?.state === "expired") return fail("media_expired", "Meta deleted this file before it was fetched");
  if (file?.state !== "ready" || file.key === null) {
    return fail("media_not_ready", "This file is not here yet", { state: file?.state ?? "failed" });
  }
  const variant = variantOf(file, file.key, at.variant, nameOf(message, at.slot));
  return variant ? ok(variant) : fail("not_found", "There is no small picture of this file");
}

/** What a file of a message is called when it leaves here; Meta's name for it, or one made of when it was sent. Pure. */
export function filenameOf(message: Message, slot: MediaSlot, file: MediaFile | undefined): string {
  const name = nameOf(message, slot);
  return hasEnding(name) ? name : `${name}${endingOf(file?.mimeType ?? "")}`;
}

async function messageAt(
  actor: Actor,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<Message | null> {
  if (!isDocumentId(messageId)) return null;
  let conversation = await readConversation(actor, conversationId);
  for (let hop = 0; conversation?.mergedInto && hop < 8; hop += 1) {
    conversation = await readConversation(actor, conversation.mergedInto);
  }
  if (!conversation) return null;
  return (await messagesOf(conversation.id).doc(messageId).get()).data() ?? null;
}

function variantOf(file: MediaFile, key: string, variant: FileVariant, name: string): FoundFile | null {
  if (variant === "thumb" && file.thumbKey) {
    return { key: file.thumbKey, mimeType: "image/webp", filename: `${name}.webp` };
  }
  if (variant === "thumb" && !file.mimeType?.startsWith("image/")) return null;
  if (variant === "mp4" && file.playKey) {
    return { key: file.playKey, mimeType: "audio/mp4", filename: `${name}.m4a` };
  }
  const mimeType = file.mimeType ?? "application/octet-stream";
  return { key, mimeType, filename: hasEnding(name) ? name : `${name}${endingOf(mimeType)}` };
}

function nameOf(message: Message, slot: MediaSlot): string {
  const { content } = message;
  if (content.kind === "document" && content.filename && slot === "0") return content.filename;
  const time = new Date(message.sentAt).toISOString().slice(0, 19).replaceAll(":", "-").replace("T", " ");
  if (slot === "ad" || slot === "story") return `${slot} ${time}`;
  return `${content.kind} ${time}${slot === "0" ? "" : ` ${slot}`}`;
}

const hasEnding = (name: string) => /\.[a-z0-9]{1,8}$/i.test(name);

const endings: Record<string, string> = {
  "image/jpeg": ".jpg",
  "image/svg+xml": ".svg",
  "video/quicktime": ".mov",
  "video/3gpp": ".3gp",
  "audio/mpeg": ".mp3",
  "audio/mp4": ".m4a",
  "audio/x-m4a": ".m4a",
  "text/plain": ".txt",
};

/** A name's ending by type: most types end in it. */
function endingOf(mimeType: string): string {
  const type = mimeType.split(";")[0]?.trim() ?? "";
  const simple = /^(?:image|video|audio|text|application)\/([a-z0-9]{2,5})$/.exec(type)?.[1];
  return endings[type] ?? (simple ? `.${simple}` : "");
}
