import { compareSegments } from "@/embedded-firestore/query/position";
import type { IndexRow, Reader, StoredDocument } from "@/embedded-firestore/storage/storage";
import { encodeFields } from "@/embedded-firestore/values/codec";
import { parseName } from "@/embedded-firestore/values/document-name";
import { indexKeys } from "@/embedded-firestore/values/index-key";
import type { Fields } from "@/embedded-firestore/values/value";

export const database = "projects/demo-query/databases/(default)";
export const root = `${database}/documents`;

/** A reader over a few documents that counts what it hands out. Every scan sorts all keys anew. */
export class MemoryReader implements Reader {
  rowsRead = 0;
  readonly #documents: StoredDocument[];
  readonly #read = new Set<StoredDocument>();

  constructor(documents: Record<string, Fields>) {
    this.#documents = Object.entries(documents).map(([path, fields]) => ({
      name: parseName(`${root}/${path}`),
      fieldBytes: encodeFields(fields),
      fields: () => fields,
      createdAt: 1,
      updatedAt: 1,
    }));
  }

  get documentsRead(): number {
    return this.#read.size;
  }

  all(): readonly StoredDocument[] {
    return this.#documents;
  }

  readTime(): number {
    return 1;
  }

  get(name: { full: string }): StoredDocument | null {
    return this.#documents.find((document) => document.name.full === name.full) ?? null;
  }

  *scan(
    of: Parameters<Reader["scan"]>[0],
    range: Parameters<Reader["scan"]>[1],
    isReverse: boolean,
  ): Iterable<IndexRow> {
    const rows = this.#documents
      .filter(
        ({ name }) => name.group === of.shape.group && (of.collection ?? name.collection) === name.collection,
      )
      .flatMap((document) =>
        indexKeys(of.shape, document.name, document.fields()).map((key) => ({ key, document })),
      )
      .filter(({ key }) => !range.from || Buffer.compare(key, range.from) >= 0)
      .filter(({ key }) => !range.to || Buffer.compare(key, range.to) < 0)
      .sort((a, b) => Buffer.compare(a.key, b.key));
    for (const { key, document } of isReverse ? rows.reverse() : rows) {
      this.rowsRead++;
      yield { key, name: document.name, document: () => this.#open(document) };
    }
  }

  count(of: Parameters<Reader["scan"]>[0], range: Parameters<Reader["scan"]>[1], most: number): number {
    const { rowsRead } = this;
    const count = [...this.scan(of, range, false)].length;
    this.rowsRead = rowsRead;
    return Math.min(most, count);
  }

  collectionIds(_database: string, parent: string): string[] {
    return [...new Set(this.#below(parent))].sort();
  }

  documentIds(_database: string, collection: string, after: string | null, limit: number): string[] {
    const ids = [...new Set(this.#below(collection))].sort(compareSegments);
    return ids.filter((id) => after === null || compareSegments(id, after) > 0).slice(0, limit);
  }

  #below(path: string): string[] {
    const start = path === "" ? `${root}/` : `${root}/${path}/`;
    const names = this.#documents.map(({ name }) => name.full).filter((full) => full.startsWith(start));
    return names.map((full) => full.slice(start.length).split("/", 1)[0] as string);
  }

  #open(document: StoredDocument): StoredDocument {
    this.#read.add(document);
    return document;
  }
}
