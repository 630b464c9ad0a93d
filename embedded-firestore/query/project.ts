import type { StoredDocument } from "../storage/storage.ts";
import { encodeFields } from "../values/codec.ts";
import { getField, withField } from "../values/field-path.ts";
import type { Fields } from "../values/value.ts";
import type { Query } from "./query.ts";

const none = new Uint8Array(0);

/** The fields of a document that the query asks for, serialised as in a Document. */
export function projectedFieldBytes(query: Query, document: StoredDocument): Uint8Array {
  if (query.select === null) return document.fieldBytes;
  if (query.select.length === 0) return none;
  const all = document.fields();
  const fields = query.select.reduce<Fields>((kept, path) => {
    const value = getField(all, path);
    return value === undefined ? kept : withField(kept, path, value);
  }, new Map());
  return encodeFields(fields);
}
