import { belongsToTab, type ConversationTab } from "@/lib/domain/conversation-tab";
import type { LiveEvent, VersionedConversation } from "@/lib/domain/live-event";
import type { ConversationList, ListPosition } from "./inbox-data";

/** `openId`: the conversation on screen, which stays in its list until left even when it no longer belongs there. */
export type ListContext = { tab: ConversationTab; memberId: string; openId: string | null };

/** Applies a live event to a list: inserts, moves or removes, never twice, never an older version. Pure. */
export function reduceList(list: ConversationList, event: LiveEvent, context: ListContext): ConversationList {
  if (event.type === "conversation-removed") return without(list, event.conversationId);
  if (event.type !== "conversation") return list;
  return putConversation(list, event.conversation, context);
}

/** Puts one conversation in its place, or takes it out. Pure. */
export function putConversation(
  list: ConversationList,
  next: VersionedConversation,
  context: ListContext,
): ConversationList {
  const known = list.items.find((item) => item.id === next.id);
  if (known && known.version >= next.version) return list;
  const isKept = known !== undefined && next.id === context.openId && next.mergedInto === null;
  if (!isKept && !belongsToTab(next, context.tab, context.memberId)) return without(list, next.id);
  const floor = floorOf(list);
  const isBelowLoaded = list.nextCursor !== null && (!floor || compareConversations(next, floor) > 0);
  if (isBelowLoaded && !isKept) return without(list, next.id);
  const others = list.items.filter((item) => item.id !== next.id);
  const at = others.findIndex((item) => compareConversations(next, item) < 0);
  return { ...list, floor, items: others.toSpliced(at === -1 ? others.length : at, 0, next) };
}

/** Adds a page below what is loaded. Rows known already keep their newer version and their place. Pure. */
export function appendPage(list: ConversationList, page: ConversationList): ConversationList {
  return { items: mergeItems(list.items, page.items), nextCursor: page.nextCursor, floor: page.items.at(-1) };
}

/** The list fetched again from the top: the page says what is in it, and a version newer than the page's wins. Pure. */
export function mergeFirstPage(list: ConversationList | undefined, page: ConversationList): ConversationList {
  const known = new Map(list?.items.map((item) => [item.id, item]));
  const items = page.items.map((item) => {
    const mine = known.get(item.id);
    return mine && mine.version > item.version ? mine : item;
  });
  return { items: items.sort(compareConversations), nextCursor: page.nextCursor, floor: page.items.at(-1) };
}

/** Takes out what stayed only because it was open. Pure. */
export function dropStrangers(list: ConversationList, context: ListContext): ConversationList {
  const isStranger = (item: VersionedConversation) =>
    item.id !== context.openId && !belongsToTab(item, context.tab, context.memberId);
  return list.items.some(isStranger)
    ? { ...list, floor: floorOf(list), items: list.items.filter((item) => !isStranger(item)) }
    : list;
}

/** Newest activity first; the id, descending, breaks ties, as in the query. */
export function compareConversations(a: ListPosition, b: ListPosition): number {
  if (a.lastActivityAt !== b.lastActivityAt) return b.lastActivityAt - a.lastActivityAt;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function floorOf(list: ConversationList): ListPosition | undefined {
  return list.floor ?? list.items.at(-1);
}

function mergeItems(a: VersionedConversation[], b: VersionedConversation[]): VersionedConversation[] {
  const byId = new Map(a.map((item) => [item.id, item]));
  for (const item of b) {
    const mine = byId.get(item.id);
    if (!mine || mine.version < item.version) byId.set(item.id, item);
  }
  return [...byId.values()].sort(compareConversations);
}

function without(list: ConversationList, id: string): ConversationList {
  if (!list.items.some((item) => item.id === id)) return list;
  return { ...list, floor: floorOf(list), items: list.items.filter((item) => item.id !== id) };
}
