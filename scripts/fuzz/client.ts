import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Client, type ClientDuplexStream, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import protobuf from "protobufjs";

type Message = Record<string, unknown>;
const sdk = dirname(createRequire(import.meta.url).resolve("@google-cloud/firestore"));
const root = protobuf.Root.fromJSON(JSON.parse(readFileSync(join(sdk, "..", "protos", "v1.json"), "utf8")));
const service = root.lookupService("google.firestore.v1.Firestore");

/** Either what was answered or the gRPC code of the refusal. */
export type Answer<T> = { ok: T } | { code: number; message: string };

export type WireClient = {
  call(rpc: string, request: Message): Promise<Answer<Message>>;
  /** All messages of a streaming answer. */
  readAll(rpc: string, request: Message): Promise<Answer<Message[]>>;
  listen(database: string): ClientDuplexStream<Message, Message>;
  close(): void;
};

/** A client that sends any message as it is, without an SDK that would check, retry or correct it. */
export function openClient(host: string): WireClient {
  const client = new Client(host, credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  const metadata = new Metadata();
  metadata.set("authorization", "Bearer owner");

  return {
    close: () => client.close(),
    call(rpc, request) {
      const { path, encode, decode } = method(rpc);
      return new Promise((resolve) => {
        client.makeUnaryRequest(path, encode, decode, request, metadata, (error, answer) =>
          resolve(error ? refused(error) : { ok: answer ?? {} }),
        );
      });
    },
    readAll(rpc, request) {
      const { path, encode, decode } = method(rpc);
      return new Promise((resolve) => {
        const messages: Message[] = [];
        const stream = client.makeServerStreamRequest(path, encode, decode, request, metadata);
        stream.on("data", (message: Message) => messages.push(message));
        stream.on("error", (error: ServiceError) => resolve(refused(error)));
        stream.on("end", () => resolve({ ok: messages }));
      });
    },
    listen(database) {
      const { path, encode, decode } = method("Listen");
      const own = metadata.clone();
      // The emulator answers no listener without it.
      own.set("google-cloud-resource-prefix", database);
      return client.makeBidiStreamRequest(path, encode, decode, own);
    },
  };
}

function method(rpc: string) {
  const found = service.methods[rpc];
  found?.resolve();
  if (!found?.resolvedRequestType || !found.resolvedResponseType) throw new Error(`No RPC ${rpc}`);
  const { resolvedRequestType: asked, resolvedResponseType: answered } = found;
  return {
    path: `/google.firestore.v1.Firestore/${rpc}`,
    encode: (message: Message) => Buffer.from(asked.encode(asked.fromObject(message)).finish()),
    decode: (bytes: Buffer): Message =>
      answered.toObject(answered.decode(bytes), { longs: String, enums: String, bytes: String }),
  };
}

const refused = (error: ServiceError) => ({ code: error.code, message: error.details });
