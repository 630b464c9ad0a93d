import type { Query } from "firebase-admin/firestore";
import { Conversation } from "@/lib/domain/conversation";
import { typedCollection } from "./typed-collection";

export const conversations = () => typedCollection("conversations", Conversation);

/** The most values that Firestore takes in an `in`. */
const IN_AT_MOST = 30;

/** A query held to some channels (null: all of them), as often as it takes; each row is in one of them. */
export function onChannels(
  query: Query<Conversation>,
  channelIds: readonly string[] | null,
): Query<Conversation>[] {
  if (channelIds === null) return [query];
  return partsOf([...new Set(channelIds)]).map((part) => query.where("channelId", "in", part));
}

/** The threads of some contacts, those that were merged too. */
export async function readConversationsOf(contactIds: readonly string[]): Promise<Conversation[]> {
  const queries = partsOf(contactIds).map((part) => conversations().where("contactId", "in", part));
  const found = await Promise.all(queries.map((query) => query.get()));
  return found.flatMap((snapshot) => snapshot.docs.map((document) => document.data()));
}

function partsOf<T>(values: readonly T[]): T[][] {
  const parts = Array.from({ length: Math.ceil(values.length / IN_AT_MOST) }, (_, n) => n * IN_AT_MOST);
  return parts.map((at) => values.slice(at, at + IN_AT_MOST));
}

/** A contact's threads, one a channel. */
export const conversationsOfContact = (contactId: string): Query<Conversation> =>
  conversations().where("contactId", "==", contactId);
