/**
 * State that is one for the whole process. Next bundles instrumentation, pages and routes apart, so a plain module
 * variable may exist several times; what has to be shared between a route and a background loop lives here.
 */
export function processWide<T>(name: string, make: () => T): T {
  const all = globalThis as { parleyProcessWide?: Map<string, unknown> };
  all.parleyProcessWide ??= new Map();
  if (!all.parleyProcessWide.has(name)) all.parleyProcessWide.set(name, make());
  return all.parleyProcessWide.get(name) as T;
}
