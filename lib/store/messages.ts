import { Message } from "@/lib/domain/message";
import { conversations } from "./conversations";
import { converterFor } from "./typed-collection";

const converter = converterFor(Message);

/** `conversations/<id>/messages`, sorted by `sortKey`. */
export const messagesOf = (conversationId: string) =>
  conversations().doc(conversationId).collection("messages").withConverter(converter);
