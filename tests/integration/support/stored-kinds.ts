import { Message } from "@/lib/domain/message";
import { db } from "@/lib/store/firestore";

/** The kinds of all messages in the store, in the order they were written. */
export async function storedKinds(): Promise<string[]> {
  const found = await db().collectionGroup("messages").get();
  return found.docs
    .sort((a, b) => a.createTime.valueOf().localeCompare(b.createTime.valueOf()))
    .map((document) => Message.parse({ ...document.data(), id: document.id }).kind);
}
