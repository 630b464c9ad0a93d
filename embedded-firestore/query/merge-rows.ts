import type { StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { compareBytes } from "../values/order.ts";

/** A document of the result and its key in the source it comes from. */
export type Row = { key: Uint8Array; name: DocumentName; document(): StoredDocument };

/** Rows in the result's order, and how their keys become comparable: then a document's are equal in all sources. */
export type MergeSource = { rows: Iterable<Row>; toKey(key: Uint8Array): Uint8Array };

type Head = { row: Row; key: Uint8Array; rows: Iterator<Row>; toKey: MergeSource["toKey"] };

/** Merges sources, pulling one row of each at a time, and drops repeated documents. */
export function* mergeRows(sources: readonly MergeSource[], isReverse: boolean): Generator<Row> {
  const heap: Head[] = [];
  const isFirst = (a: Head, b: Head) => compareBytes(a.key, b.key) < 0 !== isReverse;
  try {
    for (const source of sources) {
      const rows = source.rows[Symbol.iterator]();
      const { done, value } = rows.next();
      if (!done) push(heap, { row: value, key: source.toKey(value.key), rows, toKey: source.toKey }, isFirst);
    }
    let last: Uint8Array | null = null;
    for (let head = heap[0]; head; head = heap[0]) {
      const { row, key } = head;
      if (last === null || compareBytes(last, key) !== 0) yield row;
      last = key;
      advance(heap, head, isFirst);
    }
  } finally {
    for (const { rows } of heap) rows.return?.();
  }
}

type IsFirst = (a: Head, b: Head) => boolean;

function push(heap: Head[], head: Head, isFirst: IsFirst): void {
  let at = heap.push(head) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isFirst(heap[at] as Head, heap[parent] as Head)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function advance(heap: Head[], head: Head, isFirst: IsFirst): void {
  const { done, value } = head.rows.next();
  if (!done) {
    head.row = value;
    head.key = head.toKey(value.key);
    sink(heap, isFirst);
    return;
  }
  const last = heap.pop();
  if (last === undefined || last === head) return;
  heap[0] = last;
  sink(heap, isFirst);
}

function sink(heap: Head[], isFirst: IsFirst): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && isFirst(heap[right] as Head, heap[left] as Head) ? right : left;
    if (!isFirst(heap[child] as Head, heap[at] as Head)) return;
    swap(heap, at, child);
    at = child;
  }
}

function swap(heap: Head[], a: number, b: number): void {
  const kept = heap[a] as Head;
  heap[a] = heap[b] as Head;
  heap[b] = kept;
}
