import fc from "fast-check";
import { expect, it } from "vitest";
import type { WireQuery } from "@/embedded-firestore/protocol/messages";
import { StatusError } from "@/embedded-firestore/protocol/status";
import { aggregate } from "@/embedded-firestore/query/aggregate";
import { matches } from "@/embedded-firestore/query/match";
import type { Query } from "@/embedded-firestore/query/query";
import { runQuery } from "@/embedded-firestore/query/run-query";
import { sortKey } from "@/embedded-firestore/query/sort-key";
import { toQuery } from "@/embedded-firestore/query/to-query";
import type { Reader } from "@/embedded-firestore/storage/storage";
import { parseName } from "@/embedded-firestore/values/document-name";
import { compareBytes } from "@/embedded-firestore/values/order";
import { ownStore } from "../storage/own-store";
import { anyDocuments, anyQuery } from "./arbitrary-query";
import { database, MemoryReader, root } from "./memory-reader";
import { naiveQuery } from "./naive-query";
import { toValue } from "./wire";

it("gives what filtering, sorting and cutting all documents gives", () => {
  fc.assert(
    fc.property(anyDocuments, anyQuery, (documents, wire) => {
      const query = acceptedQuery(wire);
      if (query === null) return;
      const reader = new MemoryReader(documents);
      const expected = naiveQuery(reader.all(), wire);
      expect(namesOf(reader, query)).toEqual(expected);
      expect(namesByMatching(reader, query)).toEqual(expected);
      expect(countOf(reader, query)).toEqual(toValue(expected.length));
    }),
    { numRuns: 3_000 },
  );
});

it("gives the same from the store's own indexes, whatever was written before", async () => {
  const several = fc.array(anyQuery, { minLength: 10, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(anyDocuments, anyDocuments, several, async (before, after, wires) => {
      const store = ownStore();
      const reader = new MemoryReader(after);
      await store.commit(database, (writer) => {
        for (const [path, fields] of Object.entries(before)) writer.put(parseName(`${root}/${path}`), fields);
      });
      const queries = wires.map((wire) => ({ wire, query: acceptedQuery(wire) }));
      for (const { query } of queries) if (query) namesOf(store.latest, query);
      await store.commit(database, (writer) => {
        for (const path of Object.keys(before)) writer.delete(parseName(`${root}/${path}`));
        for (const { name, fields } of reader.all()) writer.put(name, fields());
      });
      for (const { wire, query } of queries) {
        if (query === null) continue;
        const expected = naiveQuery(reader.all(), wire);
        expect(namesOf(store.latest, query)).toEqual(expected);
        expect(countOf(store.latest, query)).toEqual(toValue(expected.length));
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});

/** Null when the query is refused: which are, other tests say. */
function acceptedQuery(wire: WireQuery): Query | null {
  try {
    return toQuery(root, wire);
  } catch (error) {
    if (error instanceof StatusError) return null;
    throw error;
  }
}

const namesOf = (reader: Reader, query: Query) => [...runQuery(reader, query)].map(({ name }) => name.full);

function countOf(reader: Reader, query: Query) {
  return aggregate(reader, query, [{ alias: "count", count: {} }]).get("count");
}

function namesByMatching(reader: MemoryReader, query: Query): string[] {
  const found = reader.all().filter(({ name, fields }) => matches(query, name, fields()));
  const keyed = found.map(({ name, fields }) => ({ name, key: sortKey(query, name, fields()) }));
  const end = query.limit === null ? undefined : query.offset + query.limit;
  return keyed
    .sort((a, b) => compareBytes(a.key, b.key))
    .slice(query.offset, end)
    .map(({ name }) => name.full);
}
