import type { Handler } from "./context";

export type Route = { method: string; pattern: string; handler: Handler };

/** Finds the route for a path; `:name` in a pattern takes one segment. Null when nothing fits. */
export function matchRoute<T extends { method: string; pattern: string }>(
  routes: readonly T[],
  method: string,
  path: string,
): { route: T; params: Record<string, string> } | null {
  const given = path.split("/").filter(Boolean);
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchSegments(route.pattern.split("/").filter(Boolean), given);
    if (params) return { route, params };
  }
  return null;
}

function matchSegments(wanted: string[], given: string[]): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}
