import type {
  Server,
  ServerDuplexStream,
  ServerUnaryCall,
  ServerWritableStream,
  sendUnaryData,
} from "@grpc/grpc-js";
import { batchGetDocuments } from "../rpc/batch-get-documents.ts";
import { batchWrite } from "../rpc/batch-write.ts";
import { beginTransactionRpc } from "../rpc/begin-transaction.ts";
import { commit } from "../rpc/commit.ts";
import type { Engine, StreamHandler, UnaryHandler } from "../rpc/engine.ts";
import { getDocument } from "../rpc/get-document.ts";
import { listCollectionIds } from "../rpc/list-collection-ids.ts";
import { listDocuments } from "../rpc/list-documents.ts";
import { listen } from "../rpc/listen.ts";
import { partitionQuery } from "../rpc/partition-query.ts";
import { rollback } from "../rpc/rollback.ts";
import { runAggregationQuery } from "../rpc/run-aggregation-query.ts";
import { runQueryRpc } from "../rpc/run-query.ts";
import { createDocument, deleteDocument, updateDocument } from "../rpc/single-writes.ts";
import { type Log, toFailure } from "./failure.ts";
import { grpcStream } from "./grpc-stream.ts";

const unary: Record<string, UnaryHandler> = {
  GetDocument: getDocument,
  ListDocuments: listDocuments,
  ListCollectionIds: listCollectionIds,
  PartitionQuery: partitionQuery,
  BeginTransaction: beginTransactionRpc,
  Commit: commit,
  Rollback: rollback,
  BatchWrite: batchWrite,
  CreateDocument: createDocument,
  UpdateDocument: updateDocument,
  DeleteDocument: deleteDocument,
};

const streaming: Record<string, StreamHandler> = {
  BatchGetDocuments: batchGetDocuments,
  RunQuery: runQueryRpc,
  RunAggregationQuery: runAggregationQuery,
};

/** Registers google.firestore.v1.Firestore. Messages go through as bytes: handlers decode and assemble them. */
export function registerService(server: Server, engine: Engine, log: Log): void {
  for (const [method, handler] of Object.entries(unary))
    server.register(pathOf(method), unaryCall(engine, handler, method, log), asIs, asIs, "unary");
  for (const [method, handler] of Object.entries(streaming))
    server.register(pathOf(method), streamCall(engine, handler, method, log), asIs, asIs, "serverStream");
  server.register(pathOf("Listen"), duplexCall(engine, log), asIs, asIs, "bidi");
}

const pathOf = (method: string) => `/google.firestore.v1.Firestore/${method}`;
const asIs = (bytes: Buffer) => bytes;

function unaryCall(engine: Engine, handler: UnaryHandler, method: string, log: Log) {
  return (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>) => {
    const fail = (error: unknown) => reply(toFailure(error, method, log));
    try {
      const answer = handler(engine, call.request);
      if (answer instanceof Promise) answer.then((bytes) => reply(null, bytes), fail);
      else reply(null, answer);
    } catch (error) {
      fail(error);
    }
  };
}

function streamCall(engine: Engine, handler: StreamHandler, method: string, log: Log) {
  return (call: ServerWritableStream<Buffer, Buffer>) => {
    const stream = grpcStream(call);
    handler(engine, call.request, stream).then(
      () => stream.end(),
      (error) => stream.end(toFailure(error, method, log)),
    );
  };
}

function duplexCall(engine: Engine, log: Log) {
  return (call: ServerDuplexStream<Buffer, Buffer>) => listen(engine, call, log);
}
