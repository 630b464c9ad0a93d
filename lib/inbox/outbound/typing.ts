import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { isWindowOpen } from "@/lib/domain/window";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { tellRead } from "./tell-read";

/** Meta shows it for 25 s, or until the message is there. */
const AGAIN_AFTER_MS = 20_000;
const FORGET_ABOVE = 5_000;
const shownAt = new Map<string, number>();

/**
 * The customer sees that somebody types. At most once in 20 s a conversation; `tellMeta` never fails and belongs
 * after the response, null when it was told a moment ago or there is nobody to tell.
 */
export async function showTyping(input: {
  actor: Actor;
  conversationId: string;
  now?: number;
}): Promise<Result<{ tellMeta: (() => Promise<void>) | null }>> {
  const { actor, conversationId, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isDocumentId(conversationId)) return fail("not_found", "There is no such conversation");
  const conversation = (await conversations().doc(conversationId).get()).data();
  if (!conversation || !mayReach(actor, conversation.channelId)) {
    return fail("not_found", "There is no such conversation");
  }
  if (now - (shownAt.get(conversationId) ?? 0) < AGAIN_AFTER_MS) return ok({ tellMeta: null });
  if (shownAt.size > FORGET_ABOVE) shownAt.clear();
  shownAt.set(conversationId, now);
  if (!isWindowOpen(conversation.windowEndsAt, now)) return ok({ tellMeta: null });
  return ok({ tellMeta: () => tellRead(conversation, { isTyping: true }) });
}
