import type { Json } from "../http/json";
import { paramError } from "./errors";

/** Picks `?fields=` of a node; `defaults` when none are asked for; `id` always comes. Throws 100 for an unknown field. */
export function pickFields(
  node: Json,
  asked: string | null,
  defaults: readonly string[],
  nodeType: string,
): Json {
  const names = asked ? splitFields(asked) : [...defaults];
  const odd = names.find((name) => !(name in node));
  if (odd) throw paramError(`Tried accessing nonexisting field (${odd}) on node type (${nodeType})`);
  const picked = Object.fromEntries(names.map((name) => [name, node[name]]));
  return { ...picked, id: node.id };
}

/** `a,b{c,d},e` → a, b, e. */
function splitFields(fields: string): string[] {
  return fields
    .replaceAll(/\{[^{}]*\}/g, "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
