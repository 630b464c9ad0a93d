import type { Query } from "firebase-admin/firestore";
import { Message } from "@/lib/domain/message";
import { messageSortKey } from "@/lib/domain/sort-key";
import { conversations } from "./conversations";
import { converterFor } from "./typed-collection";

const converter = converterFor(Message);

/** `conversations/<id>/messages`, sorted by `sortKey`. */
export const messagesOf = (conversationId: string) =>
  conversations().doc(conversationId).collection("messages").withConverter(converter);

/** Messages sent after `at` (epoch ms), oldest first. */
export const messagesAfter = (conversationId: string, at: number, limit: number): Query<Message> =>
  messagesOf(conversationId)
    .where("sortKey", ">=", messageSortKey(at + 1, 0))
    .orderBy("sortKey")
    .limit(limit);

/** Messages sent up to `at` (epoch ms), newest first. */
export const messagesUpTo = (conversationId: string, at: number, limit: number): Query<Message> =>
  messagesOf(conversationId)
    .where("sortKey", "<", messageSortKey(at + 1, 0))
    .orderBy("sortKey", "desc")
    .limit(limit);
