import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { conversations } from "@/lib/store/conversations";

type Which = {
  uid: string;
  /** Those on these channels are left out; null: none is. */
  butOn?: readonly string[] | null;
};

/** How many open conversations a member has, for whoever is about to take them away. */
export async function countOpenConversations(actor: Actor, which: Which): Promise<Result<number>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins manage members.");
  return ok((await openIds(which)).length);
}

/** Gives a member's open conversations to nobody, each as an assignment of its own. Answers how many. Can be repeated. */
export async function releaseConversations(actor: Actor, which: Which): Promise<Result<number>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins manage members.");
  let released = 0;
  for (const conversationId of await openIds(which)) {
    const given = await assignConversation({ actor, conversationId, assigneeId: null });
    if (!given.ok && given.error.code !== "not_found") return given;
    released += 1;
  }
  return ok(released);
}

/** Equalities only, which need no index of their own. */
async function openIds({ uid, butOn = null }: Which): Promise<string[]> {
  const found = await conversations()
    .where("assigneeId", "==", uid)
    .where("status", "==", "open")
    .where("mergedInto", "==", null)
    .get();
  return found.docs
    .map((document) => document.data())
    .filter(({ channelId }) => !butOn?.includes(channelId))
    .map(({ id }) => id);
}
