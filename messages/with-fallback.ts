type Tree = { [name: string]: unknown };

/** A translation with English in the place of each message that it does not have yet. */
export function withFallback<T extends object>(english: T, translated: object): T {
  return merge(english as Tree, translated as Tree) as T;
}

function merge(english: Tree, translated: Tree): Tree {
  const merged: Tree = {};
  for (const [name, message] of Object.entries(english)) {
    const own = translated[name];
    merged[name] = isTree(message) && isTree(own) ? merge(message, own) : (own ?? message);
  }
  return merged;
}

/** A built message is a text or a list; only what holds messages is a plain object. */
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);
