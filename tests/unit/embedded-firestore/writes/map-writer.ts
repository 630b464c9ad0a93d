import type { WireWrite } from "@/embedded-firestore/protocol/messages";
import type { StoredDocument } from "@/embedded-firestore/storage/storage";
import { decodeFields, encodeFields } from "@/embedded-firestore/values/codec";
import { parseName } from "@/embedded-firestore/values/document-name";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { type CommitWriter, commitWrites, type WriteResult } from "@/embedded-firestore/writes/commit-writes";

export const database = "projects/p/databases/(default)";
export const nameOf = (path: string) => `${database}/documents/${path}`;

export const integer = (value: number | bigint): Value => ({ kind: "integer", value: BigInt(value) });
export const double = (value: number): Value => ({ kind: "double", value });
export const text = (value: string): Value => ({ kind: "string", value });
export const array = (...values: Value[]): Value => ({ kind: "array", values });
export const map = (entries: Record<string, Value>): Value => ({ kind: "map", fields: fieldsOf(entries) });
export const fieldsOf = (entries: Record<string, Value>): Fields => new Map(Object.entries(entries));

/** Documents in memory, behind the part of a Writer that commits need. Each commit is a second after the last. */
export class Documents {
  readonly stored = new Map<string, StoredDocument>();
  /** What the last commit put and deleted. */
  calls: string[] = [];
  time = 1_700_000_000_123_456;

  commit(...writes: WireWrite[]): WriteResult[] {
    this.time += 1_000_000;
    this.calls = [];
    return commitWrites(this.writer(), database, writes);
  }

  /** A document's fields as plain entries, null when there is none. */
  entries(path: string): Record<string, Value> | null {
    const document = this.stored.get(nameOf(path));
    return document ? Object.fromEntries(document.fields()) : null;
  }

  updatedAt(path: string): number | undefined {
    return this.stored.get(nameOf(path))?.updatedAt;
  }

  private writer(): CommitWriter {
    const { stored, time: commitTime } = this;
    return {
      commitTime,
      get: (name) => stored.get(name.full) ?? null,
      put: (name, fields) => {
        this.calls.push(`put ${name.id}`);
        const createdAt = stored.get(name.full)?.createdAt ?? commitTime;
        const fieldBytes = encodeFields(fields);
        const document = { name: parseName(name.full), fieldBytes, createdAt, updatedAt: commitTime };
        stored.set(name.full, { ...document, fields: () => decodeFields(fieldBytes) });
      },
      delete: (name) => {
        this.calls.push(`delete ${name.id}`);
        stored.delete(name.full);
      },
    };
  }
}
