import type { WireOrder } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { compareTexts } from "../values/order.ts";
import type { FieldPath } from "../values/value.ts";
import { inequalityPaths } from "./check-filter.ts";
import { nameField, parseField } from "./parse-field.ts";
import type { Filter, Order } from "./query.ts";

/**
 * All orders: those named, then the fields compared by inequality in the order of their paths, then the name, the added
 * ones in the direction of the last named.
 */
export function toOrders(wire: readonly WireOrder[], filter: Filter | null): Order[] {
  const named = wire.map(({ field, direction }): Order => {
    if (direction && direction !== 1 && direction !== 2) throw invalid("Unknown order direction.");
    return { ...parseField(field), direction: direction === 2 ? "desc" : "asc" };
  });
  checkNamed(named);
  const added = [...inequalityPaths(filter).values()].filter(({ path }) => path !== nameField);
  return withOrders(
    named,
    added.sort((a, b) => comparePaths(a.field as FieldPath, b.field as FieldPath)),
  );
}

/** Orders with more fields before the name. Fields that are there already stay where they are. */
export function withOrders(
  orders: readonly Order[],
  fields: readonly { path: string; field: FieldPath | null }[],
): Order[] {
  const missing = fields.filter(({ path }) => !orders.some((order) => order.path === path));
  const direction = orders.at(-1)?.direction ?? "asc";
  const hasName = orders.at(-1)?.field === null;
  if (hasName && missing.length > 0)
    throw invalid("order by clause cannot contain more fields after the key");
  const all = [...orders, ...missing.map(({ path, field }): Order => ({ path, field, direction }))];
  return hasName ? all : [...all, { path: nameField, field: null, direction }];
}

function checkNamed(orders: readonly Order[]): void {
  const paths = new Set<string>();
  for (const [index, { path, field }] of orders.entries()) {
    if (paths.has(path)) throw invalid("order by clause cannot contain duplicate fields");
    if (field === null && index < orders.length - 1)
      throw invalid("order by clause cannot contain more fields after the key");
    paths.add(path);
  }
}

/** The order of field paths: segment by segment, whatever quotes they need. */
export function comparePaths(a: FieldPath, b: FieldPath): number {
  for (const [index, segment] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareTexts(segment, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
