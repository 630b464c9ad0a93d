import { conversations } from "@/lib/store/conversations";
import { db } from "@/lib/store/firestore";
import { messagesOf } from "@/lib/store/messages";
import { webhookEvents } from "@/lib/store/webhook-events";

/** How many webhook events are in a state. */
export async function countEvents(state: "received" | "processed" | "ignored" | "failed"): Promise<number> {
  return (await webhookEvents().where("state", "==", state).count().get()).data().count;
}

/** Every conversation with its messages. */
export async function readThreads() {
  const threads = (await conversations().get()).docs.map((row) => row.data());
  return Promise.all(
    threads.map(async (conversation) => ({
      conversation,
      messages: (await messagesOf(conversation.id).orderBy("sortKey").get()).docs.map((row) => row.data()),
    })),
  );
}

/** Rows of the outbox that somebody still has to do something about. */
export async function countOnTheirWay(): Promise<number> {
  const rows = await db().collection("outbox").where("state", "in", ["queued", "sending"]).count().get();
  return rows.data().count;
}
