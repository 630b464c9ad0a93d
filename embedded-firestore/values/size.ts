import { invalid } from "../protocol/status.ts";
import type { DocumentName } from "./document-name.ts";
import { vectorOf } from "./order.ts";
import type { Fields, Value } from "./value.ts";

const maxDocumentBytes = 1_048_576;
const maxTopValueBytes = 1_048_487;
const maxPathBytes = 1_500;
const maxDepth = 20;
const documentOverhead = 32;
const nameOverhead = 16;

/**
 * Checks a document as it is to be stored: its size, the lengths of its field names and paths, how deep maps and arrays
 * lie in each other. Throws INVALID_ARGUMENT.
 */
export function checkSize(name: DocumentName, fields: Fields): void {
  if (documentSize(name, fields) > maxDocumentBytes) throw invalid("maximum entity size is 1048576 bytes");
  for (const value of fields.values())
    if ((value.kind === "string" || value.kind === "bytes") && value.value.length * 3 > maxTopValueBytes)
      if (sizeOf(value, 0, 0) - (value.kind === "string" ? 1 : 0) > maxTopValueBytes)
        throw invalid("The value of a field is longer than 1048487 bytes.");
}

/**
 * Bytes of a document as Firestore counts them: its name, names and values of its fields, and 32. Throws
 * INVALID_ARGUMENT for fields that are named too long or nested too deep.
 */
export function documentSize(name: DocumentName, fields: Fields): number {
  return documentOverhead + nameSize(`${name.collection}/${name.id}`) + sizeOfFields(fields, 0, 0);
}

/** 16, and each segment with one more byte. */
function nameSize(path: string): number {
  return nameOverhead + Buffer.byteLength(path) + 1;
}

function sizeOfFields(fields: Fields, depth: number, pathBytes: number): number {
  let size = 0;
  for (const [name, value] of fields) {
    if (name === "") throw invalid("A field's name is empty.");
    const bytes = Buffer.byteLength(name);
    if (pathBytes + bytes > maxPathBytes) throw invalid("A field's name or path is longer than 1500 bytes.");
    size += bytes + 1 + sizeOf(value, depth, pathBytes + bytes + 1);
  }
  return size;
}

function sizeOf(value: Value, depth: number, pathBytes: number): number {
  switch (value.kind) {
    case "null":
    case "boolean":
      return 1;
    case "integer":
    case "double":
    case "timestamp":
      return 8;
    case "geoPoint":
      return 16;
    case "string":
      return Buffer.byteLength(value.value) + 1;
    case "bytes":
      return value.value.length;
    case "reference":
      return nameSize(value.value.slice(value.value.indexOf("/documents/") + "/documents/".length));
    case "array":
    case "map":
      return sizeOfMany(value, depth, pathBytes);
  }
}

function sizeOfMany(value: Value & { kind: "array" | "map" }, depth: number, pathBytes: number): number {
  if (depth >= maxDepth) throw invalid("Maps and arrays lie in each other more than 20 deep.");
  const vector = vectorOf(value);
  if (vector) return 8 * vector.length;
  if (value.kind === "map") return Math.max(1, sizeOfFields(value.fields, depth + 1, pathBytes));
  let size = 0;
  for (const element of value.values) size += sizeOf(element, depth + 1, pathBytes);
  return Math.max(1, size);
}
