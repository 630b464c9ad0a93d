import type { VersionedMessage } from "@/lib/domain/live-event";
import type { Result } from "@/lib/domain/result";
import { messagesOf } from "@/lib/store/messages";
import { type Page, readVersionedPage } from "@/lib/store/read-page";

/** Messages of a conversation, newest first. `bad_request` for a foreign cursor. Whoever calls has seen the conversation. */
export function listMessages({
  conversationId,
  cursor = null,
  limit,
}: {
  conversationId: string;
  cursor?: string | null;
  limit: number;
}): Promise<Result<Page<VersionedMessage>>> {
  return readVersionedPage(messagesOf(conversationId), { field: "sortKey", cursor, limit });
}
