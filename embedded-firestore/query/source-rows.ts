import type { Reader } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { getField } from "../values/field-path.ts";
import { concat, keyPart, nameKey } from "../values/index-key.ts";
import { compareBytes } from "../values/order.ts";
import type { Fields, Value } from "../values/value.ts";
import { matches } from "./match.ts";
import type { Row } from "./merge-rows.ts";
import { namePasses, valuePasses } from "./passes.ts";
import type { Plan, ScanSource } from "./plan.ts";
import { directionIn } from "./position.ts";
import { isInScope, keyScope, type Query } from "./query.ts";

/** Rows of an index that pass what its ranges do not say. */
export function* scanRows(
  reader: Reader,
  query: Query,
  source: ScanSource,
  isReverse: boolean,
): Generator<Row> {
  const { shape, ranges, nameTests, fieldTests } = source;
  const isBelowParent = query.scope === "group" && query.parent !== "";
  const of = { database: query.database, collection: query.collection, shape };
  for (const range of ranges) {
    for (const row of reader.scan(of, range, isReverse)) {
      if (isBelowParent && !isInScope(query, row.name)) continue;
      if (!nameTests.every((test) => namePasses(test, row.name))) continue;
      if (fieldTests.length > 0 && !fieldsPass(fieldTests, row.document().fields())) continue;
      yield row;
    }
  }
}

/** Documents by name, those that are there and match, in the order of the result. */
export function getRows(
  reader: Reader,
  query: Query,
  plan: Plan,
  names: readonly DocumentName[],
): Iterable<Row> {
  const rows = names.flatMap((name): Row[] => {
    const document = reader.get(name);
    if (!document) return [];
    const fields = document.fields();
    if (!matches(query, name, fields)) return [];
    return [{ key: keyOf(query, plan, name, fields), name, document: () => document }];
  });
  return rows.sort((a, b) => (plan.isReverse ? compareBytes(b.key, a.key) : compareBytes(a.key, b.key)));
}

/** Makes keys of one source comparable with those of the others. */
export function mergeKeys({ prefix, mergePrefix }: ScanSource): (key: Uint8Array) => Uint8Array {
  if (mergePrefix.length === 0) return (key) => key.subarray(prefix.length);
  return (key) => concat(mergePrefix, key.subarray(prefix.length));
}

function keyOf(query: Query, plan: Plan, name: DocumentName, fields: Fields): Uint8Array {
  const parts = plan.mergeOrders.map((order) => {
    const direction = directionIn(plan, order);
    if (order.field === null) return nameKey(keyScope(query), name, direction);
    return keyPart(getField(fields, order.field) as Value, direction);
  });
  return concat(...parts);
}

function fieldsPass(tests: ScanSource["fieldTests"], fields: Fields): boolean {
  return tests.every((test) => {
    const value = test.field && getField(fields, test.field);
    return value ? valuePasses(test, value) : false;
  });
}
