import type { Fields, Value } from "../values/value.ts";

/** Cuts every timestamp to whole microseconds, in place: the fields must be the caller's own. */
export function cutTimestamps(fields: Fields): void {
  for (const value of fields.values()) cutTimestamp(value);
}

export function cutTimestamp(value: Value): void {
  if (value.kind === "timestamp") value.nanos -= value.nanos % 1_000;
  else if (value.kind === "map") cutTimestamps(value.fields);
  else if (value.kind === "array") for (const element of value.values) cutTimestamp(element);
}
