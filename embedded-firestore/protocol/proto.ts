import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { readDocument, readValue } from "../values/codec.ts";
import { invalid, StatusError } from "./status.ts";

const root = loadRoot();
hookValues(root);
clearOneofDefaults(root);

/**
 * A decoder of one request type of google.firestore.v1. Values and documents come out as ours. Throws INVALID_ARGUMENT
 * when the bytes are no such message.
 */
export function requestDecoder<T>(name: string): (bytes: Uint8Array) => T {
  const type = root.lookupType(`google.firestore.v1.${name}`);
  return (bytes) => {
    try {
      return type.decode(bytes) as unknown as T;
    } catch (error) {
      if (error instanceof StatusError) throw error;
      throw invalid(`The request is not a well-formed ${name}.`);
    }
  };
}

/** The protos that ship inside the SDK; beside this file once the engine is bundled. */
function loadRoot(): protobuf.Root {
  const beside = join(dirname(fileURLToPath(import.meta.url)), "v1.json");
  const file = existsSync(beside) ? beside : join(sdkFolder(), "build", "protos", "v1.json");
  const loaded = protobuf.Root.fromJSON(JSON.parse(readFileSync(file, "utf8")) as protobuf.INamespace);
  loaded.resolveAll();
  return loaded;
}

function sdkFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@google-cloud/firestore/package.json"));
}

function hookValues(of: protobuf.Root): void {
  const value = of.lookupType("google.firestore.v1.Value");
  const document = of.lookupType("google.firestore.v1.Document");
  Object.assign(value, { decode: readValue });
  Object.assign(document, { decode: readDocument });
}

/** A oneof member that is absent must not look like one that holds "" or false. */
function clearOneofDefaults(of: protobuf.NamespaceBase): void {
  for (const nested of of.nestedArray) {
    if (nested instanceof protobuf.Type) clearMembers(nested);
    if (nested instanceof protobuf.Namespace) clearOneofDefaults(nested);
  }
}

function clearMembers(type: protobuf.Type): void {
  const prototype = type.ctor.prototype as unknown as Record<string, unknown>;
  for (const field of type.fieldsArray) if (field.partOf) prototype[field.name] = undefined;
}
