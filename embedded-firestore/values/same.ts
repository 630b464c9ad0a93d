import type { Fields, Value } from "./value.ts";

/**
 * Whether two values are the same down to the bit: 1 and 1.0 differ, 0 and -0 too, NaN is itself. The order in which a
 * map's fields came does not count.
 */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case "null":
      return b.kind === "null";
    case "boolean":
    case "integer":
    case "string":
    case "reference":
      return b.kind === a.kind && b.value === a.value;
    case "double":
      return b.kind === "double" && Object.is(a.value, b.value);
    case "timestamp":
      return b.kind === "timestamp" && a.seconds === b.seconds && a.nanos === b.nanos;
    case "bytes":
      return b.kind === "bytes" && Buffer.compare(a.value, b.value) === 0;
    case "geoPoint":
      return (
        b.kind === "geoPoint" && Object.is(a.latitude, b.latitude) && Object.is(a.longitude, b.longitude)
      );
    case "array":
      return b.kind === "array" && hasSameValues(a.values, b.values);
    case "map":
      return b.kind === "map" && hasSameFields(a.fields, b.fields);
  }
}

export function hasSameFields(a: Fields, b: Fields): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined || !isSame(value, other)) return false;
  }
  return true;
}

function hasSameValues(a: Value[], b: Value[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((value, index) => isSame(value, b[index] as Value));
}
