import type { WireTransform, WireWrite } from "../protocol/messages.ts";
import type { Micros } from "../storage/storage.ts";
import { getField, parseFieldPath, setField } from "../values/field-path.ts";
import type { Fields, Value } from "../values/value.ts";
import { cutTimestamp, cutTimestamps } from "./cut-timestamps.ts";
import { transformed } from "./transform.ts";

/** Null fields: the document is deleted. One result for each transform. */
export type Applied = { fields: Fields | null; transformResults: Value[] };

const noResults: Value[] = [];
const nullValue: Value = Object.freeze({ kind: "null" });

/**
 * A document's fields after a write (null: not there), from those before it. `before` does not change. The write has
 * passed check-write.ts, its preconditions hold. Throws INVALID_ARGUMENT for malformed field paths.
 */
export function applyWrite(write: WireWrite, before: Fields | null, commitTime: Micros): Applied {
  if (write.transform) {
    const fields = new Map(before);
    return { fields, transformResults: applyTransforms(fields, write.transform.fieldTransforms, commitTime) };
  }
  if (!write.update) return { fields: null, transformResults: noResults };
  const sent = write.update.fields;
  cutTimestamps(sent);
  const fields = write.updateMask ? merged(before, sent, write.updateMask.fieldPaths) : new Map(sent);
  return { fields, transformResults: applyTransforms(fields, write.updateTransforms, commitTime) };
}

/** The fields before, with those that the mask names taken from what was sent: set, or removed where it has none. */
function merged(before: Fields | null, sent: Fields, mask: string[] | null | undefined): Fields {
  const fields = new Map(before);
  for (const text of mask ?? []) {
    const path = parseFieldPath(text);
    setField(fields, path, getField(sent, path));
  }
  return fields;
}

function applyTransforms(
  fields: Fields,
  transforms: WireTransform[] | null | undefined,
  commitTime: Micros,
): Value[] {
  if (!transforms?.length) return noResults;
  return transforms.map((transform) => {
    const elements = transform.appendMissingElements ?? transform.removeAllFromArray;
    elements?.values.forEach(cutTimestamp);
    const path = parseFieldPath(transform.fieldPath ?? "");
    const value = transformed(transform, getField(fields, path), commitTime);
    setField(fields, path, value);
    return elements ? nullValue : value;
  });
}
