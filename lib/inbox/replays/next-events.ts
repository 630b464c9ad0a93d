import { isMeant } from "@/lib/domain/event-filter";
import type { Replay } from "@/lib/domain/replay";
import { findEvents } from "@/lib/store/find-events";

const STEP = 20;
const MAX_LOOKED = 500;

type Step = { ids: string[]; cursor: string | null; isEnd: boolean };

/** The next few events of a replay, in the order in which they came. */
export async function nextEvents({ scope, cursor }: Pick<Replay, "scope" | "cursor">): Promise<Step> {
  if ("ids" in scope) {
    const from = Number(cursor ?? 0);
    const ids = scope.ids.slice(from, from + STEP);
    return { ids, cursor: String(from + ids.length), isEnd: from + ids.length >= scope.ids.length };
  }
  const { filter } = scope;
  const { state, from, to } = filter;
  const found = await findEvents(
    { state, from, to },
    {
      order: "oldest",
      cursor,
      limit: STEP,
      maxLooked: MAX_LOOKED,
      isMeant: (event) => isMeant(filter, event),
    },
  );
  if (!found.ok) return { ids: [], cursor, isEnd: true };
  const { items, nextCursor } = found.data;
  return { ids: items.map(({ id }) => id), cursor: nextCursor ?? cursor, isEnd: nextCursor === null };
}
