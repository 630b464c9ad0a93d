import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { Actor } from "@/lib/domain/member";
import { queriesOf, viewOf } from "./conversation-queries";
import { shareInFlight } from "./share-in-flight";

export type ConversationCounts = { all: number; unread: number; mine: number };

const FRESH_MS = 2_000;
const known = new Map<string, { count: number; at: number }>();

/** How many conversations each tab holds, at most two seconds old; counted once for all who ask together. */
export async function countConversations(actor: Actor): Promise<ConversationCounts> {
  const [all, unread, mine] = await Promise.all([
    countTab("all", actor),
    countTab("unread", actor),
    countTab("mine", actor),
  ]);
  return { all, unread, mine };
}

async function countTab(tab: ConversationTab, actor: Actor): Promise<number> {
  const key = viewOf(tab, actor);
  const recent = known.get(key);
  if (recent && Date.now() - recent.at < FRESH_MS) return recent.count;
  return shareInFlight(`count:${key}`, async () => {
    // In the list's order, so that the list's index serves the count too.
    const parts = queriesOf(tab, actor).map((query) => query.orderBy("lastActivityAt", "desc").count().get());
    const count = (await Promise.all(parts)).reduce((sum, part) => sum + part.data().count, 0);
    known.set(key, { count, at: Date.now() });
    return count;
  });
}
