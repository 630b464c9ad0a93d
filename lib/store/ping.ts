import { db } from "./firestore";

/** One document read, to know that the store answers. Rejects when it does not. */
export async function pingStore(): Promise<void> {
  await db().collection("settings").doc("ping").get();
}
