import { type FirestoreDataConverter, Timestamp } from "firebase-admin/firestore";
import { z } from "zod";
import { db } from "./firestore";
import { DELIVERY_KEEP_MS } from "./webhook-deliveries";

const State = z.object({
  id: z.string(),
  contactId: z.string(),
  /** The conversation's version (µs) and print when webhooks were last told of it. */
  version: z.number(),
  print: z.string(),
  at: z.number(),
});
export type WebhookConversationState = z.infer<typeof State>;

/** `webhookConversationStates/<conversation id>`: what tells that a conversation changed. */
export const webhookConversationStates = () =>
  db().collection("webhookConversationStates").withConverter(converter);

const converter: FirestoreDataConverter<WebhookConversationState> = {
  toFirestore: (row) => {
    const { id: _id, ...fields } = row as WebhookConversationState;
    return { ...fields, expireAt: Timestamp.fromMillis(fields.at + DELIVERY_KEEP_MS) };
  },
  fromFirestore: (snapshot) => State.parse({ ...snapshot.data(), id: snapshot.id }),
};
