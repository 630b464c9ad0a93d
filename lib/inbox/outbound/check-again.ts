import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { sweepEvents } from "@/lib/inbox/ingest/queue";
import { isDocumentId } from "@/lib/store/document-id";
import { inUnit } from "@/lib/store/unit";
import { currentMessage } from "./locate";

/**
 * Looks whether Meta has told anything about an unconfirmed message: works off what is stored and not yet processed,
 * and gives the message as it is then. Meta has no way to ask for one message; it tells by itself, mostly within a
 * minute. Errors: `forbidden`, `not_found`. `now` in epoch ms.
 */
export async function checkAgain(input: {
  actor: Actor;
  conversationId: string;
  messageId: string;
  now?: number;
}): Promise<Result<Message>> {
  const { actor, conversationId, messageId, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isDocumentId(conversationId) || !isDocumentId(messageId)) return fail("not_found", "No such message");
  await sweepEvents(now);
  const found = await inUnit((unit) => currentMessage(unit, actor, conversationId, messageId));
  return found ? ok(found.message) : fail("not_found", "There is no such message");
}
