import type { DocumentName } from "../values/document-name.ts";
import { getField } from "../values/field-path.ts";
import { compareValues, isEqual, typePrefix } from "../values/order.ts";
import type { Fields, Value } from "../values/value.ts";
import { comparePaths } from "./position.ts";
import type { Condition, Filter } from "./query.ts";

/** Whether a document passes a filter. */
export function passesFilter(filter: Filter, name: DocumentName, fields: Fields): boolean {
  if (filter.kind === "and") return filter.filters.every((one) => passesFilter(one, name, fields));
  if (filter.kind === "or") return filter.filters.some((one) => passesFilter(one, name, fields));
  if (filter.field === null) return namePasses(filter, name);
  if (filter.isNever) return false;
  const value = getField(fields, filter.field);
  return value !== undefined && valuePasses(filter, value);
}

/** Whether the value of a condition's field passes. */
export function valuePasses({ op, values, isNever }: Condition, value: Value): boolean {
  if (isNever) return false;
  if (op === "not-in") return value.kind !== "null" && !values.some((one) => isEqual(one, value));
  const operand = values[0] as Value;
  if (op === "==") return isEqual(operand, value);
  if (op === "contains") return value.kind === "array" && value.values.some((one) => isEqual(operand, one));
  return isComparable(operand, value) && holds(op, compareValues(value, operand));
}

export function namePasses({ op, values }: Condition, name: DocumentName): boolean {
  const names = values.map((value) => (value.kind === "reference" ? value.value : ""));
  if (op === "==") return names[0] === name.full;
  if (op === "not-in") return !names.includes(name.full);
  return holds(op, comparePaths(name.full, names[0] as string));
}

function holds(op: Condition["op"], difference: number): boolean {
  if (op === "<") return difference < 0;
  if (op === "<=") return difference <= 0;
  return op === ">" ? difference > 0 : difference >= 0;
}

/** Ranges reach over one type, and NaN is in none. */
function isComparable(operand: Value, value: Value): boolean {
  if (typePrefix(operand)[0] !== typePrefix(value)[0]) return false;
  return value.kind !== "double" || !Number.isNaN(value.value);
}
