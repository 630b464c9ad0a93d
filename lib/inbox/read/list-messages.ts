import type { VersionedMessage } from "@/lib/domain/live-event";
import { browserMessage } from "@/lib/domain/public-message";
import { ok, type Result } from "@/lib/domain/result";
import { messagesOf } from "@/lib/store/messages";
import { type Page, readVersionedPage } from "@/lib/store/read-page";

/** Messages of a conversation, newest first. `bad_request` for a foreign cursor. Whoever calls has seen the conversation. */
export async function listMessages({
  conversationId,
  cursor = null,
  limit,
  view = browserMessage,
}: {
  conversationId: string;
  cursor?: string | null;
  limit: number;
  /** What of each message may be told: a browser's share unless said otherwise. */
  view?: typeof browserMessage;
}): Promise<Result<Page<VersionedMessage>>> {
  const page = await readVersionedPage(messagesOf(conversationId), { field: "sortKey", cursor, limit });
  return page.ok ? ok({ ...page.data, items: page.data.items.map(view) }) : page;
}
