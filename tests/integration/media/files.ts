import { ulid } from "ulid";
import type { Message } from "@/lib/domain/message";
import type { Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { type AddedUpload, type AddUploadInput, addUpload } from "@/lib/inbox/uploads/add-upload";
import { agent } from "../outbound/stand-in";

/** Puts a file here for a conversation, as a browser's raw body. */
export function put(
  conversationId: string,
  bytes: Uint8Array,
  filename: string,
  more: Partial<AddUploadInput> = {},
): Promise<Result<AddedUpload>> {
  return addUpload({
    actor: agent,
    target: { conversationId },
    filename,
    claimedType: null,
    claimedBytes: bytes.length,
    isVoice: false,
    isSticker: false,
    body: new Blob([new Uint8Array(bytes)]).stream(),
    ...more,
  });
}

/** The same, for files that are taken. */
export async function taken(...given: Parameters<typeof put>): Promise<AddedUpload> {
  const added = await put(...given);
  if (!added.ok) throw new Error(`${added.error.code}: ${JSON.stringify(added.error.details)}`);
  return added.data;
}

/** Queues a message with an uploaded file. */
export async function queueFile(
  conversationId: string,
  { upload }: AddedUpload,
  more: { caption?: string; messageId?: string } = {},
): Promise<Message> {
  const queued = await queue(
    conversationId,
    { kind: upload.kind, uploadId: upload.id, caption: more.caption ?? null },
    more.messageId,
  );
  if (!queued.ok) throw new Error(`${queued.error.code}: ${queued.error.message}`);
  return queued.data;
}

export const queue = (conversationId: string, content: SendContent, messageId = ulid()) =>
  enqueueMessage({ actor: agent, conversationId, messageId, content });
