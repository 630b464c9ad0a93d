import { db } from "./firestore";
import { mediaDownloads } from "./media-downloads";
import { outbox } from "./outbox";

/** How much work is stored and not yet finished. Aggregations: no documents are read. */
export async function countQueues(): Promise<{
  webhookEvents: number;
  outbox: number;
  unconfirmed: number;
  media: number;
}> {
  const [events, waiting, unconfirmed, media] = await Promise.all([
    db().collection("webhookEvents").where("dueAt", ">", 0).count().get(),
    outbox().where("state", "in", ["queued", "sending"]).count().get(),
    outbox().where("state", "==", "unconfirmed").count().get(),
    mediaDownloads().count().get(),
  ]);
  return {
    webhookEvents: events.data().count,
    outbox: waiting.data().count,
    unconfirmed: unconfirmed.data().count,
    media: media.data().count,
  };
}
