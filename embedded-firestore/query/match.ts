import type { DocumentName } from "../values/document-name.ts";
import { getField } from "../values/field-path.ts";
import type { Fields } from "../values/value.ts";
import { passesFilter } from "./passes.ts";
import { isBefore } from "./position.ts";
import { isInScope, type Query } from "./query.ts";
import { sortKey } from "./sort-key.ts";

/** Whether a document is in the result, offset and limit aside: where it lies, what it holds, and the cursors. */
export function matches(query: Query, name: DocumentName, fields: Fields): boolean {
  if (!isInScope(query, name)) return false;
  if (query.filter && !passesFilter(query.filter, name, fields)) return false;
  if (!query.orders.every(({ field }) => field === null || getField(fields, field) !== undefined))
    return false;
  if (!query.start && !query.end) return true;
  const key = sortKey(query, name, fields);
  if (query.start && isBefore(key, query.start)) return false;
  return !query.end || isBefore(key, query.end);
}
