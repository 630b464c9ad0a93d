import type { StoredRow } from "./stored-row.ts";

type Generation = { byName: Map<string, StoredRow>; byNumber: Map<number, StoredRow>; bytes: number };

const newGeneration = (): Generation => ({ byName: new Map(), byNumber: new Map(), bytes: 0 });

/**
 * The newest version of documents used lately. Two generations: what is used moves into the young one; when that is full
 * it becomes the old one, and what was old is forgotten. So at most twice `maxBytes` of encoded fields are held.
 */
export class DocumentCache {
  #young = newGeneration();
  #old = newGeneration();
  readonly #maxBytes: number;
  readonly #maxDocuments: number;

  constructor(limits: { maxBytes: number; maxDocuments: number }) {
    this.#maxBytes = limits.maxBytes;
    this.#maxDocuments = limits.maxDocuments;
  }

  byName(full: string): StoredRow | undefined {
    return this.#young.byName.get(full) ?? this.#keep(this.#old.byName.get(full));
  }

  byNumber(number: number): StoredRow | undefined {
    return this.#young.byNumber.get(number) ?? this.#keep(this.#old.byNumber.get(number));
  }

  add(row: StoredRow): void {
    this.#forget(this.#young, row);
    this.#forget(this.#old, row);
    if (this.#young.bytes >= this.#maxBytes || this.#young.byName.size >= this.#maxDocuments) this.#age();
    this.#young.byName.set(row.name.full, row);
    this.#young.byNumber.set(row.number, row);
    this.#young.bytes += row.fieldBytes.length;
  }

  remove(row: StoredRow): void {
    this.#forget(this.#young, row);
    this.#forget(this.#old, row);
  }

  clear(): void {
    this.#young = newGeneration();
    this.#old = newGeneration();
  }

  #keep(row: StoredRow | undefined): StoredRow | undefined {
    if (row !== undefined) this.add(row);
    return row;
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = newGeneration();
  }

  #forget(generation: Generation, row: StoredRow): void {
    const held = generation.byName.get(row.name.full);
    if (held === undefined) return;
    generation.byName.delete(row.name.full);
    generation.byNumber.delete(held.number);
    generation.bytes -= held.fieldBytes.length;
  }
}
