import type { WireFilter, WireOrder, WireQuery } from "@/embedded-firestore/protocol/messages";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { root } from "./memory-reader";

export type Plain = null | boolean | number | bigint | string | Plain[] | { [name: string]: Plain };

const operators = [
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "array-contains",
  "in",
  "array-contains-any",
  "not-in",
] as const;
const unaries = { isNan: 2, isNull: 3, isNotNan: 4, isNotNull: 5 } as const;
export type Op = (typeof operators)[number];

/** A plain value as ours: whole numbers are integers, `ref:a/b` is a reference. */
export function toValue(plain: Plain): Value {
  if (plain === null) return { kind: "null" };
  if (typeof plain === "boolean") return { kind: "boolean", value: plain };
  if (typeof plain === "bigint") return { kind: "integer", value: plain };
  if (typeof plain === "number") {
    return Number.isSafeInteger(plain) && !Object.is(plain, -0)
      ? { kind: "integer", value: BigInt(plain) }
      : { kind: "double", value: plain };
  }
  if (typeof plain === "string") {
    return plain.startsWith("ref:")
      ? { kind: "reference", value: `${root}/${plain.slice(4)}` }
      : { kind: "string", value: plain };
  }
  if (Array.isArray(plain)) return { kind: "array", values: plain.map(toValue) };
  return { kind: "map", fields: toFields(plain) };
}

export function toFields(plain: { [name: string]: Plain }): Fields {
  return new Map(Object.entries(plain).map(([name, value]) => [name, toValue(value)]));
}

export function where(path: string, op: Op, value: Plain): WireFilter {
  return {
    fieldFilter: { field: { fieldPath: path }, op: operators.indexOf(op) + 1, value: toValue(value) },
  };
}

export function unary(path: string, op: keyof typeof unaries): WireFilter {
  return { unaryFilter: { field: { fieldPath: path }, op: unaries[op] } };
}

export const and = (...filters: WireFilter[]): WireFilter => ({ compositeFilter: { op: 1, filters } });
export const or = (...filters: WireFilter[]): WireFilter => ({ compositeFilter: { op: 2, filters } });

/** `"a"` is ascending, `"-a"` descending. */
export function orderBy(...paths: string[]): WireOrder[] {
  return paths.map((path) => ({
    field: { fieldPath: path.replace(/^-/, "") },
    direction: path.startsWith("-") ? 2 : 1,
  }));
}

/** A query of collection `c`, or of what `from` says. */
export const queryOf = (wire: WireQuery): WireQuery => ({ from: [{ collectionId: "c" }], ...wire });
export const groupC = [{ collectionId: "c", allDescendants: true }];
