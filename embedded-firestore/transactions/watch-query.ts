import type { Query } from "../query/query.ts";
import { runQuery } from "../query/run-query.ts";
import type { Micros, StoredDocument } from "../storage/storage.ts";
import type { ReadWriteTransaction } from "./transaction.ts";

/** Notes a query's answer as it is sent, so that the commit can tell whether it would still be the same. */
export type QueryWatch = { add(documents: StoredDocument[]): void; complete(): void };

/** Begins to watch a query that runs in a transaction. An answer that was not sent to its end counts as far as it went. */
export function watchQuery(transaction: ReadWriteTransaction, query: Query): QueryWatch {
  const seen: { full: string; updatedAt: Micros }[] = [];
  let isComplete = false;
  transaction.checks.push((reader) => {
    let index = 0;
    for (const document of runQuery(reader, query)) {
      const before = seen[index];
      if (before === undefined) return !isComplete;
      if (before.full !== document.name.full || before.updatedAt !== document.updatedAt) return false;
      index++;
    }
    return index === seen.length;
  });
  return {
    add: (documents) => {
      for (const { name, updatedAt } of documents) seen.push({ full: name.full, updatedAt });
    },
    complete: () => {
      isComplete = true;
    },
  };
}
