import type { EventFilter } from "@/lib/domain/event-filter";
import { type EventRow, eventRowOf } from "@/lib/domain/event-row";
import type { Actor } from "@/lib/domain/member";
import { ok, type Result } from "@/lib/domain/result";
import { findWebhookEvents } from "./find-webhook-events";

export type EventRows = {
  rows: EventRow[];
  /** Where to look on; a short page with one is no end. */
  nextCursor: string | null;
  /** How far back this page looked, epoch ms; null when there was nothing. */
  lookedTo: number | null;
};

/** A page of the list of webhook events. */
export async function listEventRows(
  actor: Actor,
  filter: EventFilter,
  page: { cursor?: string | null; limit: number },
): Promise<Result<EventRows>> {
  const found = await findWebhookEvents(actor, filter, page);
  if (!found.ok) return found;
  const { items, nextCursor, lookedTo } = found.data;
  return ok({ rows: items.map(eventRowOf), nextCursor, lookedTo });
}
