import { invalid } from "../protocol/status.ts";
import type { Micros } from "../storage/storage.ts";
import type { CheckedWrite } from "./check-write.ts";
import type { Precondition } from "./precondition.ts";

/** How a document stands after the writes so far: there or deleted, and the update time they asked for first. */
type Standing = { by: string; isThere: boolean; updateTime: Micros | undefined };

/**
 * Refuses writes to one document in one commit that contradict each other, such as creating it twice, with
 * INVALID_ARGUMENT, as Firestore does before it looks at what is stored.
 */
export function checkSequence(writes: CheckedWrite[]): void {
  const standings = new Map<string, Standing>();
  for (const { name, precondition, change } of writes) {
    const standing = standings.get(name.full);
    const isDelete = change.kind === "delete";
    if (standing) checkFollowing(standing, precondition, isDelete);
    standings.set(name.full, {
      by: verbOf(precondition, isDelete),
      isThere: !isDelete,
      updateTime: standing ? standing.updateTime : precondition.updateTime,
    });
  }
}

function checkFollowing(standing: Standing, { exists, updateTime }: Precondition, isDelete: boolean): void {
  if (standing.isThere && exists === false) throw cannotFollow(standing.by, isDelete ? "delete" : "insert");
  if (!standing.isThere && exists === true) throw cannotFollow("delete", isDelete ? "delete" : "update");
  if (updateTime === undefined) return;
  if (!standing.isThere && !isDelete) throw cannotFollow("delete", "update");
  if (updateTime !== standing.updateTime)
    throw invalid("Cannot collapse mutations with different version preconditions");
}

function verbOf({ exists, updateTime }: Precondition, isDelete: boolean): string {
  if (isDelete) return "delete";
  if (exists === false) return "insert";
  return exists === true || updateTime !== undefined ? "update" : "upsert";
}

const cannotFollow = (first: string, second: string) =>
  invalid(`Cannot ${first} then ${second} an entity in the same request.`);
