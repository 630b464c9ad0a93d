import { db } from "./firestore";
import type { NewWebhookEvent } from "./webhook-events";

const ALREADY_EXISTS = 6;

/** Commits an event; false when it is there already. Rejects when the store does not take it. */
export async function createEvent(event: NewWebhookEvent): Promise<boolean> {
  const ref = db().collection("webhookEvents").doc(event.id);
  try {
    if (event.chunks.length === 0) {
      await ref.create(event.data);
      return true;
    }
    const batch = db().batch().create(ref, event.data);
    event.chunks.forEach((part, n) => {
      batch.create(ref.collection("chunks").doc(String(n)), { part });
    });
    await batch.commit();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === ALREADY_EXISTS) return false;
    throw error;
  }
}
