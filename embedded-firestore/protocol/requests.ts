import type {
  WireAggregation,
  WireDocument,
  WireMask,
  WirePrecondition,
  WireQuery,
  WireTarget,
  WireTimestamp,
  WireWrite,
} from "./messages.ts";
import { requestDecoder } from "./proto.ts";

/** How a transaction is to be begun. Without a mode it reads and writes. */
export type WireTransactionOptions = {
  readOnly?: { readTime?: WireTimestamp | null } | null;
  readWrite?: { retryTransaction?: Uint8Array | null } | null;
};

/** What a read says about the state it wants to see: at most one of these. */
export type WireConsistency = {
  transaction?: Uint8Array | null;
  newTransaction?: WireTransactionOptions | null;
  readTime?: WireTimestamp | null;
};

type Long = number | { toNumber(): number };

export const decodeGetDocument = requestDecoder<WireConsistency & { name: string; mask?: WireMask | null }>(
  "GetDocumentRequest",
);
export const decodeBatchGet = requestDecoder<
  WireConsistency & { database: string; documents: string[]; mask?: WireMask | null }
>("BatchGetDocumentsRequest");
export const decodeListDocuments = requestDecoder<
  WireConsistency & {
    parent: string;
    collectionId: string;
    pageSize: number;
    pageToken: string;
    orderBy: string;
    mask?: WireMask | null;
    showMissing: boolean;
  }
>("ListDocumentsRequest");
export const decodeListCollectionIds = requestDecoder<
  WireConsistency & { parent: string; pageSize: number; pageToken: string }
>("ListCollectionIdsRequest");
export const decodeRunQuery = requestDecoder<
  WireConsistency & { parent: string; structuredQuery?: WireQuery | null }
>("RunQueryRequest");
export const decodeRunAggregation = requestDecoder<
  WireConsistency & {
    parent: string;
    structuredAggregationQuery?: {
      structuredQuery?: WireQuery | null;
      aggregations: WireAggregation[];
    } | null;
  }
>("RunAggregationQueryRequest");
export const decodePartitionQuery = requestDecoder<
  WireConsistency & {
    parent: string;
    structuredQuery?: WireQuery | null;
    partitionCount: Long;
    pageToken: string;
    pageSize: number;
  }
>("PartitionQueryRequest");
export const decodeBegin = requestDecoder<{ database: string; options?: WireTransactionOptions | null }>(
  "BeginTransactionRequest",
);
export const decodeCommit = requestDecoder<{
  database: string;
  writes: WireWrite[];
  transaction: Uint8Array;
}>("CommitRequest");
export const decodeRollback = requestDecoder<{ database: string; transaction: Uint8Array }>(
  "RollbackRequest",
);
export const decodeBatchWrite = requestDecoder<{ database: string; writes: WireWrite[] }>(
  "BatchWriteRequest",
);
export const decodeCreateDocument = requestDecoder<{
  parent: string;
  collectionId: string;
  documentId: string;
  document?: WireDocument | null;
  mask?: WireMask | null;
}>("CreateDocumentRequest");
export const decodeUpdateDocument = requestDecoder<{
  document?: WireDocument | null;
  updateMask?: WireMask | null;
  mask?: WireMask | null;
  currentDocument?: WirePrecondition | null;
}>("UpdateDocumentRequest");
export const decodeDeleteDocument = requestDecoder<{
  name: string;
  currentDocument?: WirePrecondition | null;
}>("DeleteDocumentRequest");
export const decodeListen = requestDecoder<{
  database: string;
  addTarget?: WireTarget | null;
  removeTarget?: number | null;
}>("ListenRequest");
