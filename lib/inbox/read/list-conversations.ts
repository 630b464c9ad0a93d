import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Actor } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { conversations } from "@/lib/store/conversations";
import { type Page, readVersionedPage } from "@/lib/store/read-page";
import { shareInFlight } from "./share-in-flight";

type Input = { tab: ConversationTab; actor: Actor; cursor?: string | null; limit: number };

/**
 * Conversations under a tab, newest activity first; those merged into another are left out. `bad_request` for a
 * foreign cursor. Equal first pages asked for at the same time share one query.
 */
export function listConversations(input: Input): Promise<Result<Page<VersionedConversation>>> {
  const { tab, actor, cursor = null, limit } = input;
  if (cursor !== null) return readList(input);
  const owner = tab === "mine" ? actor.id : "";
  return shareInFlight(`list:${tab}:${owner}:${limit}`, () => readList(input));
}

function readList({ tab, actor, cursor = null, limit }: Input) {
  return readVersionedPage(queryOf(tab, actor), { field: "lastActivityAt", cursor, limit });
}

/** The query behind a tab; `belongsToTab` says the same of one conversation. */
export function queryOf(tab: ConversationTab, actor: Actor) {
  const current = conversations().where("mergedInto", "==", null);
  if (tab === "unread") return current.where("isUnread", "==", true);
  if (tab === "mine") return current.where("assigneeId", "==", actor.id);
  return current;
}
