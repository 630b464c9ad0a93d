import type { IndexPart, IndexShape } from "../storage/storage.ts";
import { shapeKey } from "./match-shapes.ts";
import { nameField } from "./parse-field.ts";
import { type Alternative, alternativesOf } from "./plan.ts";
import { keyScope, type Query } from "./query.ts";

/**
 * The indexes that Google's Firestore has to be given for a query: composite ones, and single fields over a collection
 * group. Equalities alone need none together, since it merges the indexes of each.
 */
export function productionIndexes(query: Query): IndexShape[] {
  if (query.scope === "kindless") return [];
  const shapes = new Map<string, IndexShape>();
  for (const alternative of alternativesOf(query)) {
    for (const parts of partsNeeded(query, alternative)) {
      const shape: IndexShape = { group: query.collectionId ?? "", scope: keyScope(query), parts };
      shapes.set(shapeKey(shape), shape);
    }
  }
  return [...shapes.values()];
}

function partsNeeded(query: Query, alternative: Alternative): IndexPart[][] {
  if (alternative.name) return [];
  const { equalities } = alternative;
  const fixed = fixedParts(alternative);
  const ordered = query.orders
    .filter(({ field, path }) => field !== null && !equalities.has(path))
    .map(({ path, direction }): IndexPart => ({ path, mode: direction }));
  const nameDirection = query.orders.at(-1)?.direction ?? "asc";
  const name: IndexPart = { path: nameField, mode: nameDirection };
  const isGroup = query.scope === "group";
  if (ordered.length === 0 && nameDirection === "asc")
    return isGroup ? fixed.map((part) => [part, name]) : [];
  const isAutomatic = fixed.length === 0 && ordered.length === 1 && ordered[0]?.mode === nameDirection;
  if (isAutomatic && !isGroup) return [];
  return [[...fixed, ...ordered, name]];
}

function fixedParts({ equalities, contains }: Alternative): IndexPart[] {
  const parts = [...equalities.keys()].map((path): IndexPart => ({ path, mode: "asc" }));
  if (contains) parts.push({ path: contains.path, mode: "contains" });
  return parts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
