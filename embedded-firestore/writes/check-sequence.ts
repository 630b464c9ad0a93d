import type { WireWrite } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import type { Micros } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { type Precondition, preconditionOf } from "./precondition.ts";

/** How a document stands after the writes so far: there or deleted, and the update time they asked for first. */
type Standing = { by: string; isThere: boolean; updateTime: Micros | undefined };

/**
 * Refuses writes to one document in one commit that contradict each other, such as creating it twice, with
 * INVALID_ARGUMENT, as Firestore does before it looks at what is stored.
 */
export function checkSequence(writes: WireWrite[], targets: DocumentName[]): void {
  const standings = new Map<string, Standing>();
  writes.forEach((write, index) => {
    const { full } = targets[index] as DocumentName;
    const standing = standings.get(full);
    const precondition = preconditionOf(write);
    const isDelete = !write.update && !write.transform;
    if (standing) checkFollowing(standing, precondition, isDelete);
    standings.set(full, {
      by: verbOf(precondition, isDelete),
      isThere: !isDelete,
      updateTime: standing ? standing.updateTime : precondition.updateTime,
    });
  });
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
