import type { WireTarget, WireTimestamp } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import { productionIndexes } from "../query/production-index.ts";
import type { Micros, Storage } from "../storage/storage.ts";
import { parseName, parseParent } from "../values/document-name.ts";
import { DocumentTarget } from "./document-target.ts";
import { ListenedQuery } from "./listened-query.ts";
import type { Target } from "./target.ts";
import { WholeTarget } from "./whole-target.ts";
import { WindowTarget } from "./window-target.ts";

/** A target as asked for, before its query is looked at. */
export type WantedTarget = {
  id: number;
  isOnce: boolean;
  /** The client has the state of an earlier time, told by `token` or `readTime`. */
  isResumed: boolean;
  token: Uint8Array | null;
  readTime: Micros | null;
  wire: WireTarget;
};

/** Throws INVALID_ARGUMENT for what no target can be added for. */
export function readTarget(wire: WireTarget, freeId: () => number): WantedTarget {
  const id = wire.targetId || freeId();
  if (id < 0) throw invalid("A target's id is positive.");
  if (!wire.query && !wire.documents) throw invalid("A target is a query or a set of documents.");
  const token = wire.resumeToken?.length ? wire.resumeToken : null;
  const readTime = wire.readTime ? micros(wire.readTime) : null;
  return {
    id,
    isOnce: wire.once === true,
    isResumed: token !== null || readTime !== null,
    token,
    readTime,
    wire,
  };
}

/** The target to keep. Throws INVALID_ARGUMENT for names and queries that Firestore refuses. */
export function openTarget(storage: Storage, database: string, { id, wire }: WantedTarget): Target {
  if (!wire.query) return new DocumentTarget(id, readNames(database, wire.documents?.documents ?? []));
  const parent = wire.query.parent ?? "";
  if (parseParent(parent).database !== database)
    throw invalid("A query's parent is in the stream's database.");
  if (!wire.query.structuredQuery) throw invalid("A structured query is needed.");
  const query = new ListenedQuery(parent, wire.query.structuredQuery);
  storage.noteQuery(database, productionIndexes(query.query));
  const isWhole = query.limit === Number.POSITIVE_INFINITY && query.offset === 0;
  return isWhole ? new WholeTarget(id, query) : new WindowTarget(id, query);
}

function readNames(database: string, documents: readonly string[]) {
  const names = documents.map(parseName);
  if (names.some((name) => name.database !== database))
    throw invalid("A target's documents are in the stream's database.");
  return names;
}

function micros({ seconds, nanos }: WireTimestamp): Micros {
  const whole = typeof seconds === "number" ? seconds : (seconds?.toNumber() ?? 0);
  return whole * 1_000_000 + Math.floor((nanos ?? 0) / 1_000);
}
