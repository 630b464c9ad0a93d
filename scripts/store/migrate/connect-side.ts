import { v1 } from "@google-cloud/firestore-api";
import { credentials } from "@grpc/grpc-js";
import type { Found, Side, WireDocument, WireStatus } from "./wire";

/** The smallest id there is, as Firestore's own recursive delete uses it to bound a collection and all below it. */
const MIN_ID = "__id-9223372036854775808__";
const FIELD_OPERATOR = { less: "LESS_THAN", notLess: "GREATER_THAN_OR_EQUAL" } as const;

type Stream<T> = AsyncIterable<T>;

/**
 * One side of a migration. With `host` (`127.0.0.1:8080`) an engine without sign-in: the embedded one or the official
 * emulator; without it Google Cloud, signed in the way Google's libraries do.
 *
 * Google's generated client, not firebase-admin: that one knows a JavaScript number only, and 1.0 would become 1.
 */
export function connectSide(options: { projectId: string; databaseId: string; host: string | null }): Side {
  const { projectId, databaseId, host } = options;
  const client = new v1.FirestoreClient(host ? withoutSignIn(host, projectId) : { projectId });
  const call = host ? { otherArgs: { headers: { authorization: "Bearer owner" } }, retry: null } : {};
  const database = `projects/${projectId}/databases/${databaseId}`;
  const parent = `${database}/documents`;
  const reference = (path: string) => ({ referenceValue: `${parent}/${path}` });
  const byName = (op: string, path: string) => ({
    fieldFilter: { field: { fieldPath: "__name__" }, op, value: reference(path) },
  });

  async function* descendants(
    collectionId: string,
    after: string | null,
    limit: number,
  ): AsyncIterable<WireDocument> {
    const filters = [
      byName(FIELD_OPERATOR.notLess, `${collectionId}/${MIN_ID}`),
      byName(FIELD_OPERATOR.less, `${collectionId}\0/${MIN_ID}`),
    ];
    const structuredQuery = {
      from: [{ allDescendants: true }],
      where: { compositeFilter: { op: "AND" as const, filters } },
      orderBy: [{ field: { fieldPath: "__name__" }, direction: "ASCENDING" as const }],
      ...(after === null ? {} : { startAt: { values: [{ referenceValue: after }], before: false } }),
      limit: { value: limit },
    };
    const request = { parent, structuredQuery } as Parameters<typeof client.runQuery>[0];
    for await (const { document } of client.runQuery(request, call) as unknown as Stream<Found>) {
      if (document) yield document;
    }
  }

  return {
    database,
    descendants,
    rootCollections: async () => (await client.listCollectionIds({ parent }, call))[0],
    get: async (names) => {
      const found = new Map<string, WireDocument>();
      const stream = client.batchGetDocuments({ database, documents: names }, call);
      for await (const answer of stream as unknown as Stream<{ found?: WireDocument | null }>) {
        if (answer.found) found.set(answer.found.name, answer.found);
      }
      return found;
    },
    batchWrite: async (writes) => {
      const request = { database, writes } as unknown as Parameters<typeof client.batchWrite>[0];
      const [answer] = await client.batchWrite(request as { database: string }, call);
      return (answer.status ?? []) as WireStatus[];
    },
    close: () => client.close(),
  };
}

function withoutSignIn(host: string, projectId: string) {
  const [servicePath, port] = host.split(":");
  return {
    projectId,
    servicePath,
    port: Number(port),
    sslCreds: credentials.createInsecure(),
    // Else Google's library looks for an account of this machine, and warns when there is none.
    auth: { getUniverseDomain: async () => "googleapis.com" },
  } as unknown as ConstructorParameters<typeof v1.FirestoreClient>[0];
}
