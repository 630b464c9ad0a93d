import type { WireFilter } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { nameField } from "./parse-field.ts";
import type { Condition, Filter } from "./query.ts";

const maxFilters = 100;
const maxInequalityFields = 10;

/** Refuses filters that Firestore refuses for how their parts go together. */
export function checkFilter(wire: WireFilter, filter: Filter, orders: number): void {
  const counts = count(wire);
  if (counts.filters + orders > maxFilters)
    throw invalid("The query has more than 100 filters and sort orders.");
  if (counts.exclusions > 1)
    throw invalid(
      "Only a single 'NOT_EQUAL', 'NOT_IN', 'IS_NOT_NAN', or 'IS_NOT_NULL' filter allowed per query.",
    );
  if (counts.notIns > 0 && counts.alternatives > 0)
    throw invalid("'NOT_IN' cannot be used in the same query with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  const paths = inequalityPaths(filter);
  if (paths.size > maxInequalityFields)
    throw invalid("The query has more than 10 distinct inequality fields.");
  if (paths.size > 0 && !paths.has(nameField) && hasNameEquality(filter))
    throw invalid("Equality on __name__ is not allowed with inequalities on other fields only.");
}

/** Paths of the fields that are compared by more than equality, with their segments. */
export function inequalityPaths(filter: Filter | null): Map<string, Condition> {
  const paths = new Map<string, Condition>();
  const visit = (one: Filter) => {
    if (one.kind !== "condition") one.filters.forEach(visit);
    else if (isInequality(one)) paths.set(one.path, one);
  };
  if (filter) visit(filter);
  return paths;
}

/** A comparison with null alone, or a range of NaN, that nothing can pass, asks for no order. */
function isInequality({ op, isNever, values }: Condition): boolean {
  if (op === "not-in") return !isNever || values.length > 0;
  return op !== "==" && op !== "contains" && !isNever;
}

function hasNameEquality(filter: Filter): boolean {
  if (filter.kind !== "condition") return filter.filters.some(hasNameEquality);
  return filter.path === nameField && filter.op === "==";
}

type Counts = { filters: number; exclusions: number; notIns: number; alternatives: number };

function count(
  wire: WireFilter,
  counts: Counts = { filters: 0, exclusions: 0, notIns: 0, alternatives: 0 },
): Counts {
  const { compositeFilter, fieldFilter, unaryFilter } = wire;
  if (compositeFilter) {
    if (compositeFilter.op === 2) counts.alternatives++;
    for (const filter of compositeFilter.filters ?? []) count(filter, counts);
    return counts;
  }
  counts.filters++;
  const op = fieldFilter?.op;
  if (op === 8 || op === 9) counts.alternatives++;
  if (op === 10) counts.notIns++;
  if (op === 6 || op === 10 || unaryFilter?.op === 4 || unaryFilter?.op === 5) counts.exclusions++;
  return counts;
}
