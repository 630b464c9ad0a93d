import type { Query } from "firebase-admin/firestore";
import type { Conversation } from "@/lib/domain/conversation";
import { Message, type MessageKind } from "@/lib/domain/message";
import type { Session } from "@/lib/domain/session";
import { conversations } from "./conversations";
import { db } from "./firestore";
import { sessions } from "./sessions";
import { converterFor } from "./typed-collection";
import { webhookEvents } from "./webhook-events";

/** Messages of every conversation sent before `time` (epoch ms), in no order. */
export const messagesBefore = (time: number): Query<Message> =>
  db().collectionGroup("messages").withConverter(converterFor(Message)).where("sentAt", "<", time);

const kindsWithFiles: MessageKind[] = [
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "story_mention",
  "share",
];

/** Messages of the kinds that have files, sent from one time on and before another (epoch ms). */
export const fileMessagesBetween = (from: number, to: number): Query<Message> =>
  db()
    .collectionGroup("messages")
    .withConverter(converterFor(Message))
    .where("kind", "in", kindsWithFiles)
    .where("sentAt", ">=", from)
    .where("sentAt", "<", to);

/** Conversations in which nothing has happened since `time` (epoch ms), the longest silent last. */
export const silentConversations = (time: number): Query<Conversation> =>
  conversations()
    .where("mergedInto", "==", null)
    .where("lastActivityAt", "<", time)
    .orderBy("lastActivityAt", "desc");

export const sessionsOverBefore = (time: number): Query<Session> => sessions().where("expiresAt", "<", time);

export const finishedEventsBefore = (state: "processed" | "ignored", time: number) =>
  webhookEvents().where("state", "==", state).where("receivedAt", "<", time);
