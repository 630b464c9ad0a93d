import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { conversations } from "@/lib/store/conversations";
import { pseudonymOf } from "./pseudonym";

/** Firestore looks for so many names at once. */
const MOST = 30;

/**
 * The names under which the audit log knows a conversation: its own, its contact's, and those of the conversations
 * that became part of it. Errors: `forbidden`, `not_found`.
 */
export async function historyOf(actor: Actor, conversationId: string): Promise<Result<string[]>> {
  if (!can(actor, "audit.read")) return fail("forbidden", "Only admins read the audit log.");
  const conversation = await readConversation(actor, conversationId);
  if (!conversation) return fail("not_found", "There is no such conversation.");
  const merged = await conversations().where("mergedInto", "==", conversation.id).limit(MOST).get();
  const parts = [conversation, ...merged.docs.map((document) => document.data())];
  const ids = parts.flatMap(({ id, contactId }) => [id, contactId]);
  return ok(await Promise.all([...new Set(ids)].slice(0, MOST).map(pseudonymOf)));
}
