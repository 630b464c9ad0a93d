import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { Actor } from "@/lib/domain/member";
import { can, reachOf } from "@/lib/domain/permissions";
import { conversations, onChannels } from "@/lib/store/conversations";

/**
 * The queries behind a tab for an actor: one as a rule, none for somebody who may see nothing, several where there
 * are more channels than a query takes. Their rows never overlap. `belongsToTab` and `canSee` say the same of one.
 */
export function queriesOf(tab: ConversationTab, actor: Actor) {
  if (!can(actor, "inbox.read")) return [];
  const current = conversations().where("mergedInto", "==", null);
  const ofTab = {
    all: () => current,
    unread: () => current.where("isUnread", "==", true),
    mine: () => current.where("assigneeId", "==", actor.id),
  }[tab]();
  return onChannels(ofTab, reachOf(actor));
}

/** Names what `queriesOf` asks for: equal for two actors only when they may see the same. */
export function viewOf(tab: ConversationTab, actor: Actor): string {
  const reach = reachOf(actor);
  const owner = tab === "mine" ? actor.id : "";
  const mayRead = can(actor, "inbox.read");
  return JSON.stringify([tab, owner, mayRead, reach === null ? null : reach.toSorted()]);
}
