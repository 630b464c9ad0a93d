import { invalid } from "../protocol/status.ts";
import type { DocumentName } from "./document-name.ts";
import { vectorOf } from "./order.ts";
import type { Fields, Value } from "./value.ts";

/** How deep maps and arrays may lie in each other. */
export const maxDepth = 20;
const maxDocumentBytes = 1_048_576;
const documentOverhead = 32;
const nameOverhead = 16;

/** Refuses a document of more than 1 MiB, and one whose maps a field path has nested too deep, with INVALID_ARGUMENT. */
export function checkSize(name: DocumentName, fields: Fields): void {
  if (documentSize(name, fields) > maxDocumentBytes) throw invalid("maximum entity size is 1048576 bytes");
}

/** Bytes of a document as Firestore counts them: its name, names and values of its fields, and 32. */
export function documentSize(name: DocumentName, fields: Fields): number {
  return documentOverhead + nameSize(`${name.collection}/${name.id}`) + sizeOfFields(fields, 0);
}

/** 16, and each segment with one more byte. */
function nameSize(path: string): number {
  return nameOverhead + textSize(path);
}

function textSize(text: string): number {
  return Buffer.byteLength(text) + 1;
}

function sizeOfFields(fields: Fields, depth: number): number {
  if (depth > maxDepth) throw invalid("Maps and arrays lie in each other more than 20 deep.");
  let size = 0;
  for (const [name, value] of fields) size += textSize(name) + sizeOf(value, depth);
  return size;
}

function sizeOf(value: Value, depth: number): number {
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
      return textSize(value.value);
    case "bytes":
      return value.value.length;
    case "reference":
      return nameSize(value.value.slice(value.value.indexOf("/documents/") + "/documents/".length));
    case "array":
      return Math.max(1, sizeOfValues(value.values, depth + 1));
    case "map": {
      const vector = vectorOf(value);
      return vector ? 8 * vector.length : Math.max(1, sizeOfFields(value.fields, depth + 1));
    }
  }
}

function sizeOfValues(values: Value[], depth: number): number {
  if (depth > maxDepth) throw invalid("Maps and arrays lie in each other more than 20 deep.");
  let size = 0;
  for (const value of values) size += sizeOf(value, depth);
  return size;
}
