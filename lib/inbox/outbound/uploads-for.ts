import type { Conversation } from "@/lib/domain/conversation";
import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { isDocumentId } from "@/lib/store/document-id";
import type { Unit } from "@/lib/store/unit";
import { uploads } from "@/lib/store/uploads";
import { currentConversation } from "./locate";

/**
 * The uploaded files a message names, taken for it in the same transaction: a file goes out with one message, and by
 * whoever chose it.
 * Empty for content without files. Errors: `upload_not_found`, `media_not_accepted`.
 */
export async function uploadsFor(
  unit: Unit,
  conversation: Conversation,
  { actor, content, messageId }: { actor: Actor; content: SendContent; messageId: string },
): Promise<Result<Upload[]>> {
  const taken: Upload[] = [];
  for (const id of uploadIdsOf(content)) {
    const upload = isDocumentId(id) ? await unit.get(uploads().doc(id)) : null;
    const isOurs =
      upload?.memberId === actor.id &&
      upload.channelId === conversation.channelId &&
      (await isMeantFor(unit, actor, upload, conversation));
    const isFree = upload?.sentMessageId === null || upload?.sentMessageId === messageId;
    if (!upload || !isOurs || !isFree) return fail("upload_not_found", "There is no such file to send");
    if ("uploadId" in content && upload.kind !== content.kind) {
      return fail("media_not_accepted", "The file is of another kind", { kind: upload.kind });
    }
    taken.push({ ...upload, sentMessageId: messageId });
  }
  for (const upload of taken) unit.set(uploads().doc(upload.id), upload);
  return ok(taken);
}

/** One that was chosen before two conversations became one is meant for what they became. */
async function isMeantFor(
  unit: Unit,
  actor: Actor,
  upload: Upload,
  conversation: Conversation,
): Promise<boolean> {
  if (upload.conversationId === null || upload.conversationId === conversation.id) return true;
  return (await currentConversation(unit, actor, upload.conversationId))?.id === conversation.id;
}

/** The uploads a content names, anywhere in it, each once. Pure. */
export function uploadIdsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "uploadId" in value && typeof value.uploadId === "string" ? [value.uploadId] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(uploadIdsOf)])];
}
