import { FieldPath, type Query } from "firebase-admin/firestore";
import { decodePageCursor, encodePageCursor } from "@/lib/domain/page-cursor";
import { ok, type Result } from "@/lib/domain/result";
import type { WebhookEvent, WebhookEventState } from "@/lib/domain/webhook-event";
import { eventsWithoutBody } from "./webhook-events";

const BATCH = 100;

type Facets = {
  /** Found by one of these; the strongest facet, so the others are looked at one event at a time. */
  refs?: readonly string[] | undefined;
  state?: WebhookEventState | undefined;
  kind?: string | undefined;
  /** Epoch ms. */
  from?: number | undefined;
  to?: number | undefined;
};

type Options = {
  order: "newest" | "oldest";
  cursor: string | null;
  limit: number;
  /** How many events to look at before giving back what was found so far. */
  maxLooked: number;
  isMeant: (event: WebhookEvent) => boolean;
};

export type FoundEvents = {
  items: WebhookEvent[];
  /** Where to look on; null when everything was looked at. */
  nextCursor: string | null;
  /** Arrival of the last event that was looked at, epoch ms; null when there was none. */
  lookedTo: number | null;
};

/**
 * Events by one facet in the store (an id, else a state, else a kind) and by `isMeant` for the rest, without their
 * bodies. A page may be short, or empty, with a `nextCursor`: then there is more to look through. `bad_request` when
 * the cursor is not ours.
 */
export async function findEvents(facets: Facets, options: Options): Promise<Result<FoundEvents>> {
  const { order, limit, maxLooked, isMeant } = options;
  const direction = order === "newest" ? "desc" : "asc";
  let query = queryOf(facets).orderBy("receivedAt", direction).orderBy(FieldPath.documentId(), direction);
  if (options.cursor) {
    const at = decodePageCursor(options.cursor);
    if (!at.ok) return at;
    query = query.startAfter(...at.data);
  }
  const items: WebhookEvent[] = [];
  let last: WebhookEvent | null = null;
  for (let looked = 0; looked < maxLooked; ) {
    const page = (await query.limit(Math.min(BATCH, maxLooked - looked)).get()).docs;
    for (const document of page) {
      const event = document.data();
      last = event;
      looked += 1;
      if (isMeant(event)) items.push(event);
      if (items.length === limit) return ok({ items, nextCursor: cursorAt(last), lookedTo: last.receivedAt });
    }
    const end = page.at(-1);
    if (!end || page.length < Math.min(BATCH, maxLooked)) {
      return ok({ items, nextCursor: null, lookedTo: last?.receivedAt ?? null });
    }
    query = query.startAfter(end);
  }
  return ok({ items, nextCursor: last && cursorAt(last), lookedTo: last?.receivedAt ?? null });
}

function queryOf({ refs, state, kind, from, to }: Facets): Query<WebhookEvent> {
  let query = eventsWithoutBody();
  if (refs) query = query.where("refs", "array-contains-any", [...refs]);
  else if (state) query = query.where("state", "==", state);
  else if (kind) query = query.where("kinds", "array-contains", kind);
  if (from !== undefined) query = query.where("receivedAt", ">=", from);
  return to === undefined ? query : query.where("receivedAt", "<", to);
}

/** How many events there are by these facets. An aggregation: no documents are read. */
export async function countEvents(facets: Pick<Facets, "state" | "from" | "to">): Promise<number> {
  return (await queryOf(facets).count().get()).data().count;
}

const cursorAt = ({ receivedAt, id }: WebhookEvent) => encodePageCursor([receivedAt, id]);
