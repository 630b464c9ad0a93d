/** Compares two resume cursors `<at µs>.<row id>`; an unreadable one is the oldest. */
export function compareCursors(a: string | null, b: string | null): number {
  const [atA, idA] = split(a);
  const [atB, idB] = split(b);
  if (atA !== atB) return atA - atB;
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** The later of two cursors. */
export function laterCursor(a: string | null, b: string | null): string | null {
  return compareCursors(a, b) >= 0 ? a : b;
}

function split(cursor: string | null): [number, string] {
  const dot = cursor?.indexOf(".") ?? -1;
  if (cursor === null || dot < 1) return [0, ""];
  return [Number(cursor.slice(0, dot)) || 0, cursor.slice(dot + 1)];
}
