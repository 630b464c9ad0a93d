import type { DocumentName } from "../values/document-name.ts";
import { getField } from "../values/field-path.ts";
import { concat, keyPart, nameKey } from "../values/index-key.ts";
import type { Fields } from "../values/value.ts";
import { keyScope, type Query } from "./query.ts";

/** Bytes whose order is the order of the result. Every field of the order has to be there. */
export function sortKey(query: Query, name: DocumentName, fields: Fields): Uint8Array {
  const parts = query.orders.map(({ path, field, direction }) => {
    if (field === null) return nameKey(keyScope(query), name, direction);
    const value = getField(fields, field);
    if (value === undefined) throw new Error(`A document without ${path} is not in the result.`);
    return keyPart(value, direction);
  });
  return concat(...parts);
}
