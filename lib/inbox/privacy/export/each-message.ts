import type { Message } from "@/lib/domain/message";
import { messagesOf } from "@/lib/store/messages";

const PAGE = 100;

/** The messages of a conversation, oldest first, a page in memory at a time. */
export async function* eachMessage(conversationId: string): AsyncIterable<Message> {
  const ordered = messagesOf(conversationId).orderBy("sortKey").limit(PAGE);
  for (let page = await ordered.get(); ; ) {
    for (const row of page.docs) yield row.data();
    const last = page.docs.at(-1);
    if (!last || page.size < PAGE) return;
    page = await ordered.startAfter(last).get();
  }
}
