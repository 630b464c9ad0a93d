import { invalid } from "../protocol/status.ts";
import { type DocumentName, parseName } from "./document-name.ts";
import { checkSize, maxDepth } from "./size.ts";
import type { Fields, Value } from "./value.ts";

const maxNameBytes = 1_500;
const maxPathBytes = 1_500;
const maxTopValueBytes = 1_048_487;
const maxDimensions = 2_048;
const firstSecond = -62_135_596_800;
const lastSecond = 253_402_300_799;
const reserved = /^__.+__$/s;

/** Checks a whole document against Firestore's limits. Throws INVALID_ARGUMENT. */
export function checkDocument(name: DocumentName, fields: Fields): void {
  checkFields(fields);
  checkSize(name, fields);
}

/** Checks fields as a client sends them: their names, their values' ranges and nesting. Throws INVALID_ARGUMENT. */
export function checkFields(fields: Fields): void {
  checkMap(fields, 0, 0);
  for (const value of fields.values()) checkTopLength(value);
}

/** Checks a value that is to become, or to join, a field's value. Throws INVALID_ARGUMENT. */
export function checkValue(value: Value): void {
  check(value, 0, 0, false);
}

function checkMap(fields: Fields, depth: number, pathBytes: number): void {
  for (const [name, value] of fields) {
    const bytes = pathBytes + checkName(name);
    if (bytes > maxPathBytes) throw invalid("The path of a nested field is longer than 1500 bytes.");
    check(value, depth, bytes + 1, false);
  }
}

/** Returns the bytes of the name. */
function checkName(name: string): number {
  if (name === "") throw invalid("A field's name is empty.");
  if (name.startsWith("__") && reserved.test(name)) throw invalid(`The field name ${name} is reserved.`);
  const bytes = Buffer.byteLength(name);
  if (bytes > maxNameBytes) throw invalid("A field's name is longer than 1500 bytes.");
  return bytes;
}

function check(value: Value, depth: number, pathBytes: number, isInArray: boolean): void {
  switch (value.kind) {
    case "timestamp":
      checkTimestamp(value.seconds, value.nanos);
      break;
    case "reference":
      parseName(value.value);
      break;
    case "geoPoint":
      checkGeoPoint(value.latitude, value.longitude);
      break;
    case "array":
      if (isInArray) throw invalid("Cannot convert an array value in an array value.");
      checkDepth(depth);
      for (const element of value.values) check(element, depth + 1, pathBytes, true);
      break;
    case "map":
      checkDepth(depth);
      if (value.fields.has("__type__")) checkVector(value.fields, isInArray);
      else checkMap(value.fields, depth + 1, pathBytes);
      break;
  }
}

function checkDepth(depth: number): void {
  if (depth >= maxDepth) throw invalid("Maps and arrays lie in each other more than 20 deep.");
}

function checkTimestamp(seconds: number, nanos: number): void {
  if (seconds < firstSecond || seconds > lastSecond)
    throw invalid("Timestamp seconds exceeds limit for field.");
  if (nanos < 0 || nanos > 999_999_999) throw invalid("Timestamp nanos exceeds limit for field.");
}

function checkGeoPoint(latitude: number, longitude: number): void {
  if (!(latitude >= -90 && latitude <= 90)) throw invalid("A geo point's latitude is not within -90 to 90.");
  if (!(longitude >= -180 && longitude <= 180))
    throw invalid("A geo point's longitude is not within -180 to 180.");
}

function checkVector(fields: Fields, isInArray: boolean): void {
  const type = fields.get("__type__");
  if (type?.kind !== "string" || type.value !== "__vector__")
    throw invalid("The field name __type__ is reserved.");
  if (isInArray) throw invalid("Cannot convert a vector value in an array value.");
  const components = fields.get("value");
  if (components?.kind !== "array") throw invalid("A vector has no array of components.");
  if (fields.size > 2) throw invalid("Vector Value map has extraneous entries.");
  const { values } = components;
  if (values.length === 0) throw invalid("Cannot have a zero length vector.");
  if (values.length > maxDimensions) throw invalid("Vectors must be at most 2048 dimensions.");
  if (values.some((each) => each.kind !== "double"))
    throw invalid("Vector must only contain values of type 'double'");
}

function checkTopLength(value: Value): void {
  if (value.kind !== "string" && value.kind !== "bytes") return;
  if (value.value.length * 3 <= maxTopValueBytes) return;
  const bytes = value.kind === "string" ? Buffer.byteLength(value.value) : value.value.length;
  if (bytes > maxTopValueBytes) throw invalid("The value of a field is longer than 1048487 bytes.");
}
