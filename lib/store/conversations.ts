import { Conversation } from "@/lib/domain/conversation";
import { typedCollection } from "./typed-collection";

export const conversations = () => typedCollection("conversations", Conversation);
