import type { IndexShape } from "../storage/storage.ts";
import { planOf } from "./plan.ts";
import type { Query } from "./query.ts";

/** The indexes that a query reads, each once. A collection in the order of its names needs none. */
export function shapesOf(query: Query): IndexShape[] {
  if (query.scope === "kindless") return [];
  const shapes = new Map<string, IndexShape>();
  for (const source of planOf(query).sources) {
    if (source.kind === "scan" && !isPrimary(source.shape)) shapes.set(shapeKey(source.shape), source.shape);
  }
  return [...shapes.values()];
}

/** A text that is the same for the same shape. */
export function shapeKey({ group, scope, parts }: IndexShape): string {
  return `${group} ${scope}: ${parts.map(({ path, mode }) => `${path} ${mode}`).join(", ")}`;
}

function isPrimary({ scope, parts }: IndexShape): boolean {
  return scope === "collection" && parts.length === 1 && parts[0]?.mode === "asc";
}
