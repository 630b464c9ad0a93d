import { z } from "zod";
import { inTransaction } from "./transaction";
import { typedCollection } from "./typed-collection";

const Cursor = z.object({ id: z.string(), atMicros: z.number() });
const cursors = () => typedCollection("webhookCursors", Cursor);

/** Up to where (commit time, µs) the feed has become deliveries; null: nowhere yet. */
export async function readWebhookCursor(): Promise<number | null> {
  return (await cursors().doc("feed").get()).data()?.atMicros ?? null;
}

/** Moves the cursor on; never back. */
export async function advanceWebhookCursor(atMicros: number): Promise<void> {
  const ref = cursors().doc("feed");
  await inTransaction(async (tx) => {
    const known = (await tx.get(ref)).data();
    if (!known || known.atMicros < atMicros) tx.set(ref, { id: "feed", atMicros });
  });
}
