import type { Query } from "firebase-admin/firestore";
import { Conversation } from "@/lib/domain/conversation";
import { typedCollection } from "./typed-collection";

export const conversations = () => typedCollection("conversations", Conversation);

/** A contact's threads, one a channel. */
export const conversationsOfContact = (contactId: string): Query<Conversation> =>
  conversations().where("contactId", "==", contactId);
