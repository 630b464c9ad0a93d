import { createHash, type Hash } from "node:crypto";
import type { WireFields, WireValue } from "./wire";

/** A document's content as text: the same text means the same fields, types and values, in whichever project. */
export function canonicalFields(fields: WireFields, database: string): string {
  const entries = Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalValue(fields[key] ?? {}, database)}`);
  return `{${entries.join(",")}}`;
}

function canonicalValue(value: WireValue, database: string): string {
  switch (value.valueType) {
    case "booleanValue":
      return `b${value.booleanValue}`;
    case "integerValue":
      return `i${value.integerValue}`;
    case "doubleValue":
      return `d${Object.is(value.doubleValue, -0) ? "-0" : value.doubleValue}`;
    case "timestampValue":
      return `t${value.timestampValue?.seconds}.${value.timestampValue?.nanos}`;
    case "stringValue":
      return `s${JSON.stringify(value.stringValue)}`;
    case "bytesValue":
      return `y${Buffer.from(value.bytesValue ?? []).toString("base64")}`;
    case "referenceValue":
      return `r${JSON.stringify(withoutDatabase(value.referenceValue ?? "", database))}`;
    case "geoPointValue":
      return `g${value.geoPointValue?.latitude},${value.geoPointValue?.longitude}`;
    case "arrayValue":
      return `[${(value.arrayValue?.values ?? []).map((one) => canonicalValue(one, database)).join(",")}]`;
    case "mapValue":
      return canonicalFields(value.mapValue?.fields ?? {}, database);
    default:
      return "n";
  }
}

const withoutDatabase = (reference: string, database: string) =>
  reference.startsWith(`${database}/`) ? reference.slice(database.length) : reference;

/** Counts and content hashes, by collection; documents must come in the order of their names. */
export type Tally = Map<string, { documents: number; hash: Hash }>;

/** Adds a document (`path` is relative to its database) to the tally of its collection. */
export function addToTally(tally: Tally, path: string, content: string): void {
  const collection = collectionPattern(path);
  const entry = tally.get(collection) ?? { documents: 0, hash: createHash("sha256") };
  entry.documents += 1;
  entry.hash.update(`${path}\n${content}\n`);
  tally.set(collection, entry);
}

/** `conversations/x/messages/y` is in the collection the collection conversations, any, messages. */
function collectionPattern(path: string): string {
  return path
    .split("/")
    .slice(0, -1)
    .map((segment, index) => (index % 2 === 1 ? "*" : segment))
    .join("/");
}
