import { db } from "./firestore";
import { outbox } from "./outbox";

/** How much work is stored and not yet finished. Aggregations: no documents are read. */
export async function countQueues(): Promise<{ webhookEvents: number; outbox: number; unconfirmed: number }> {
  const [events, waiting, unconfirmed] = await Promise.all([
    db().collection("webhookEvents").where("dueAt", ">", 0).count().get(),
    outbox().where("state", "in", ["queued", "sending"]).count().get(),
    outbox().where("state", "==", "unconfirmed").count().get(),
  ]);
  return {
    webhookEvents: events.data().count,
    outbox: waiting.data().count,
    unconfirmed: unconfirmed.data().count,
  };
}
