import type { Micros } from "../storage/storage.ts";
import { getField, setField } from "../values/field-path.ts";
import type { FieldPath, Fields, Value } from "../values/value.ts";
import type { CheckedWrite } from "./check-write.ts";
import { cutTimestamp, cutTimestamps } from "./cut-timestamps.ts";
import { transformed } from "./transform.ts";

/** Null fields: the document is deleted. One result for each transform. */
export type Applied = { fields: Fields | null; transformResults: Value[] };

const noResults: Value[] = [];
const nullValue: Value = Object.freeze({ kind: "null" });

/** A document's fields after a write (null: not there), from those before it. `before` does not change. */
export function applyWrite(write: CheckedWrite, before: Fields | null, commitTime: Micros): Applied {
  if (write.change.kind === "delete") return { fields: null, transformResults: noResults };
  const fields = changed(write.change, before);
  if (write.transforms.length === 0) return { fields, transformResults: noResults };
  return { fields, transformResults: applyTransforms(fields, write.transforms, commitTime) };
}

function changed(change: Exclude<CheckedWrite["change"], { kind: "delete" }>, before: Fields | null): Fields {
  if (change.kind === "keep") return new Map(before);
  cutTimestamps(change.fields);
  return change.mask === null ? new Map(change.fields) : merged(before, change.fields, change.mask);
}

/** The fields before, with those that the mask names taken from what was sent: set, or removed where it has none. */
function merged(before: Fields | null, sent: Fields, mask: FieldPath[]): Fields {
  const fields = new Map(before);
  for (const path of mask) setField(fields, path, getField(sent, path));
  return fields;
}

function applyTransforms(
  fields: Fields,
  transforms: CheckedWrite["transforms"],
  commitTime: Micros,
): Value[] {
  return transforms.map(({ path, transform }) => {
    const elements = transform.appendMissingElements ?? transform.removeAllFromArray;
    elements?.values.forEach(cutTimestamp);
    const value = transformed(transform, getField(fields, path), commitTime);
    setField(fields, path, value);
    return elements ? nullValue : value;
  });
}
