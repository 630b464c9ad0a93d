import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Actor } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { type Page, readMergedPage } from "@/lib/store/read-page";
import { queriesOf, viewOf } from "./conversation-queries";
import { shareInFlight } from "./share-in-flight";

type Input = { tab: ConversationTab; actor: Actor; cursor?: string | null; limit: number };

/**
 * Conversations under a tab that the actor may see, newest activity first; those merged into another are left out.
 * `bad_request` for a foreign cursor. Equal first pages asked for at the same time share one query.
 */
export function listConversations(input: Input): Promise<Result<Page<VersionedConversation>>> {
  const { tab, actor, cursor = null, limit } = input;
  if (cursor !== null) return readList(input);
  return shareInFlight(`list:${viewOf(tab, actor)}:${limit}`, () => readList(input));
}

function readList({ tab, actor, cursor = null, limit }: Input) {
  return readMergedPage(queriesOf(tab, actor), { field: "lastActivityAt", cursor, limit });
}
