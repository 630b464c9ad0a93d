import { type EventFilter, isMeant } from "@/lib/domain/event-filter";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { refsForSearch } from "@/lib/inbox/ingest/refs-of";
import { type FoundEvents, findEvents } from "@/lib/store/find-events";
import { readWebhookEvent } from "./read-webhook-event";

const eventId = /^(wa|ig)_[\w-]{43}$/;
/** How far one page looks back through events of other kinds. */
const MAX_LOOKED = 1_000;

type Options = { cursor?: string | null; limit: number };

/**
 * Webhook events that a filter means, newest first, without their bodies. A short page with a `nextCursor` is no end:
 * there is more to look through, see `lookedTo`. `bad_request` when the cursor is not ours; `forbidden`.
 */
export async function findWebhookEvents(
  actor: Actor,
  filter: EventFilter,
  { cursor = null, limit }: Options,
): Promise<Result<FoundEvents>> {
  if (!can(actor, "webhook-event.read"))
    return fail("forbidden", "This needs the permission webhook-event.read.");
  const { id, state, kind, from, to } = filter;
  const own = id && eventId.test(id) ? await readWebhookEvent(id) : null;
  if (own && isMeant(filter, own)) return ok({ items: [own], nextCursor: null, lookedTo: own.receivedAt });
  const facets = { refs: id ? await refsForSearch(id) : undefined, state, kind, from, to };
  return findEvents(facets, {
    order: "newest",
    cursor,
    limit,
    maxLooked: MAX_LOOKED,
    isMeant: (event) => isMeant(filter, event),
  });
}
