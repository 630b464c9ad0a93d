import { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { typedCollection } from "./typed-collection";

/** `webhookSubscriptions/<id>`: few, so they are read together. */
export const webhookSubscriptions = () => typedCollection("webhookSubscriptions", WebhookSubscription);

/** Those that are told of events, from the store as it is. */
export async function activeSubscriptions(): Promise<WebhookSubscription[]> {
  const snapshot = await webhookSubscriptions().where("isActive", "==", true).get();
  return snapshot.docs.map((document) => document.data());
}
