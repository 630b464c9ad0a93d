import type { Query } from "../query/query.ts";
import { getField } from "../values/field-path.ts";
import { encodeOrder } from "../values/order.ts";
import type { FieldPath, Fields, Value } from "../values/value.ts";

/** A value that every document of a query has in one field. */
export type Equality = { path: string; field: FieldPath; key: string };

/** The first equality that holds for all of a query's documents, null when there is none. */
export function equalityOf({ filter }: Query): Equality | null {
  const conditions = filter?.kind === "and" ? filter.filters : filter ? [filter] : [];
  for (const one of conditions) {
    if (one.kind !== "condition" || one.op !== "==" || one.field === null || one.isNever) continue;
    const value = one.values[0];
    if (value) return { path: one.path, field: one.field, key: keyOf(value) };
  }
  return null;
}

/** The key of a document's value in a field, null when it has none. */
export function keyIn(fields: Fields | undefined, field: FieldPath): string | null {
  const value = fields && getField(fields, field);
  return value ? keyOf(value) : null;
}

/** Equal for values that Firestore takes for equal, 1 and 1.0, and for no others. */
function keyOf(value: Value): string {
  if (value.kind === "string") return `"${value.value}`;
  return Buffer.from(encodeOrder(value)).toString("latin1");
}
