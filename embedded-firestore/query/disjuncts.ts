import { invalid } from "../protocol/status.ts";
import type { Condition, Filter } from "./query.ts";

const maxDisjuncts = 30;
/** Alternatives that are gone through on the way, before equal ones fall together. */
const maxIntermediate = 3_000;

/**
 * The filter as alternatives, each a list of different conditions. INVALID_ARGUMENT when they are more than 30, or when
 * one of them asks two arrays what they contain.
 */
export function toDisjuncts(filter: Filter | null): Condition[][] {
  if (filter === null) return [[]];
  const disjuncts = expand(filter);
  if (disjuncts.length > maxDisjuncts) throw tooMany();
  return disjuncts;
}

function expand(filter: Filter): Condition[][] {
  if (filter.kind === "condition") return [[filter]];
  const parts = distinct(filter.filters.map(expand), keyOfAll);
  if (filter.kind === "or") return distinct(parts.flat(), keyOf);
  return parts.reduce<Condition[][]>(
    (all, part) => {
      if (all.length * part.length > maxIntermediate) throw tooMany();
      return distinct(
        all.flatMap((left) => part.map((right) => union(left, right))),
        keyOf,
      );
    },
    [[]],
  );
}

function union(left: Condition[], right: Condition[]): Condition[] {
  if (left.length === 0) return right;
  if (left.some(isContains) && right.some(isContains))
    throw invalid("A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.");
  return distinct([...left, ...right], (condition) => condition.key);
}

function distinct<T>(all: T[], key: (one: T) => string): T[] {
  if (all.length < 2) return all;
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

const keyOf = (disjunct: Condition[]) =>
  disjunct
    .map((condition) => condition.key)
    .sort()
    .join("\n");
const keyOfAll = (disjuncts: Condition[][]) => disjuncts.map(keyOf).sort().join("\n\n");
const isContains = ({ op }: Condition) => op === "contains";
const tooMany = () => invalid(`Too many disjunctions after normalization, the maximum is ${maxDisjuncts}.`);
