import { type FirestoreDataConverter, type Query, Timestamp } from "firebase-admin/firestore";
import { type DeliveryState, WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { db } from "./firestore";

/** Longer than an event can be derived anew from what is stored, so that none is told twice. */
export const DELIVERY_KEEP_MS = 30 * 24 * 60 * 60 * 1000;
const ALREADY_EXISTS = 6;
const AT_ONCE = 40;
const BATCH = 300;

/** `webhookDeliveries/<subscription>__<event>`, with `expireAt` for TTL. */
export const webhookDeliveries = () => db().collection("webhookDeliveries").withConverter(converter);

const converter: FirestoreDataConverter<WebhookDelivery> = {
  toFirestore: (row) => {
    const { id: _id, ...fields } = row as WebhookDelivery;
    return { ...fields, expireAt: Timestamp.fromMillis(fields.createdAt + DELIVERY_KEEP_MS) };
  },
  fromFirestore: (snapshot) => WebhookDelivery.parse({ ...snapshot.data(), id: snapshot.id }),
};

/** Stores deliveries; one that is there already stays as it is. Gives how many are new. */
export async function createDeliveries(rows: readonly WebhookDelivery[]): Promise<number> {
  let created = 0;
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const stored = await Promise.all(rows.slice(at, at + AT_ONCE).map(createOnce));
    created += stored.filter(Boolean).length;
  }
  return created;
}

async function createOnce(row: WebhookDelivery): Promise<boolean> {
  try {
    await webhookDeliveries().doc(row.id).create(row);
    return true;
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === ALREADY_EXISTS) return false;
    throw error;
  }
}

/** What a subscription has to be sent by `now` (epoch ms), longest due first. */
export const dueDeliveries = (subscriptionId: string, now: number, limit: number): Query<WebhookDelivery> =>
  webhookDeliveries()
    .where("subscriptionId", "==", subscriptionId)
    .where("dueAt", "<=", now)
    .orderBy("dueAt")
    .limit(limit);

/** Those whose sender did not come back by `now` (epoch ms). */
export const interruptedDeliveries = (now: number, limit: number): Query<WebhookDelivery> =>
  webhookDeliveries().where("leaseUntil", "<=", now).orderBy("leaseUntil").limit(limit);

/** A subscription's log, in no order; with `state` only those. */
export function deliveriesOf(subscriptionId: string, state: DeliveryState | null): Query<WebhookDelivery> {
  const all = webhookDeliveries().where("subscriptionId", "==", subscriptionId);
  return state === null ? all : all.where("state", "==", state);
}

/** Deletes every delivery of a subscription, a contact or a conversation. Gives how many. */
export async function deleteDeliveries(
  field: "subscriptionId" | "contactId" | "conversationId",
  id: string,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const page = await db()
      .collection("webhookDeliveries")
      .where(field, "==", id)
      .limit(BATCH)
      .select()
      .get();
    if (page.empty) return deleted;
    const batch = db().batch();
    for (const document of page.docs) batch.delete(document.ref);
    await batch.commit();
    deleted += page.size;
  }
}
