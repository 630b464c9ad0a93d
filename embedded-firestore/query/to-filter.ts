import type { WireFilter } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { parseName } from "../values/document-name.ts";
import { checkOperand } from "../values/limits.ts";
import { encodeOrder } from "../values/order.ts";
import type { FieldPath, Value } from "../values/value.ts";
import { parseField } from "./parse-field.ts";
import type { Condition, Filter, Operator } from "./query.ts";

const maxAlternatives = 30;
const maxExclusions = 10;

type Leaf = { path: string; field: FieldPath | null };

/** Reads a filter: every test as one of the few operators, `in` and `array-contains-any` as alternatives. */
export function toFilter(wire: WireFilter, database: string): Filter {
  const { compositeFilter, fieldFilter, unaryFilter } = wire;
  if (compositeFilter) {
    const filters = compositeFilter.filters ?? [];
    if (compositeFilter.op !== 1 && compositeFilter.op !== 2)
      throw invalid("Unsupported CompositeFilter operator.");
    if (compositeFilter.op === 2 && filters.length === 0)
      throw invalid("Composite filter must have at least one sub-filter.");
    const kind = compositeFilter.op === 1 ? "and" : "or";
    return { kind, filters: filters.map((filter) => toFilter(filter, database)) };
  }
  if (fieldFilter) {
    const leaf = parseField(fieldFilter.field);
    if (!fieldFilter.value) throw invalid("A filter has no value.");
    checkOperand(fieldFilter.value);
    return toComparison(leaf, fieldFilter.op ?? 0, fieldFilter.value, database);
  }
  if (unaryFilter) return toUnary(parseField(unaryFilter.field), unaryFilter.op ?? 0);
  throw invalid("Unknown Filter type.");
}

function toUnary(leaf: Leaf, op: number): Condition {
  if (op < 2 || op > 5) throw invalid("Unknown UnaryFilter operator.");
  if (leaf.field === null) throw invalid("A filter on __name__ takes a document reference.");
  if (op === 2) return condition(leaf, "==", [nan]);
  if (op === 3) return condition(leaf, "==", [{ kind: "null" }]);
  return condition(leaf, "not-in", op === 4 ? [nan] : []);
}

function toComparison(leaf: Leaf, op: number, value: Value, database: string): Filter {
  if (op < 1 || op > 10) throw invalid("Unknown FieldFilter operator.");
  if (leaf.field === null) checkNames(op, value, database);
  if (op < 5)
    return condition(leaf, (["<", "<=", ">", ">="] as const)[op - 1] as Operator, [value], isVoid(value));
  if (op === 5) return condition(leaf, "==", [value], isVoid(value));
  if (op === 7) return condition(leaf, "contains", [value], isVoid(value));
  if (op === 6) return toExclusion(leaf, [value]);
  const values = listOf(value, op === 10 ? maxExclusions : maxAlternatives);
  if (op === 10) return toExclusion(leaf, values);
  return toAlternatives(leaf, op === 8 ? "==" : "contains", values);
}

/** Null and NaN equal nothing, so that beside other values they are no alternatives. */
function toAlternatives(leaf: Leaf, op: Operator, values: readonly Value[]): Filter {
  const some = values.filter((value) => !isVoid(value));
  const kept = some.length > 0 ? some : values.slice(0, 1);
  return { kind: "or", filters: kept.map((value) => condition(leaf, op, [value], isVoid(value))) };
}

/** NaN excludes nothing, and whoever excludes null gets nothing. */
function toExclusion(leaf: Leaf, values: readonly Value[]): Condition {
  const hasNull = values.some((value) => value.kind === "null");
  const kept = values.filter((value) => (hasNull ? values.length > 1 : !isVoid(value)));
  return condition(leaf, "not-in", kept, hasNull);
}

function condition({ path, field }: Leaf, op: Operator, values: Value[], isNever = false): Condition {
  const bytes = values.map((value) => Buffer.from(encodeOrder(value)).toString("latin1"));
  return {
    kind: "condition",
    path,
    field,
    op,
    values,
    isNever,
    key: `${path} ${op} ${isNever} ${bytes.join(" ")}`,
  };
}

function listOf(value: Value, max: number): readonly Value[] {
  if (value.kind !== "array") throw invalid("A filter with several values takes an array.");
  if (value.values.length === 0)
    throw invalid("A filter with several values takes an array that is not empty.");
  if (value.values.length > max) throw invalid(`The filter supports up to ${max} comparison values.`);
  return value.values;
}

function checkNames(op: number, value: Value, database: string): void {
  if (op === 7 || op === 9) throw invalid("__name__ is no array.");
  const values = op === 8 || op === 10 ? listOf(value, op === 10 ? maxExclusions : maxAlternatives) : [value];
  for (const one of values) checkName(one, database);
}

/** A value that stands for a document's name is a reference into the same database. */
export function checkName(value: Value, database: string): void {
  if (value.kind !== "reference") throw invalid("A value for __name__ is a document reference.");
  if (parseName(value.value).database !== database) throw invalid("The reference is to another database.");
}

const nan: Value = { kind: "double", value: Number.NaN };
const isVoid = (value: Value) =>
  value.kind === "null" || (value.kind === "double" && Number.isNaN(value.value));
