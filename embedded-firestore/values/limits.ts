import { invalid } from "../protocol/status.ts";
import { type DocumentName, parseName } from "./document-name.ts";
import { checkSize } from "./size.ts";
import type { Fields, Value } from "./value.ts";

const maxDimensions = 2_048;
const firstSecond = -62_135_596_800;
const lastSecond = 253_402_300_799;
const reserved = /^__.+__$/s;

/** Checks a whole document against Firestore's limits. Throws INVALID_ARGUMENT. */
export function checkDocument(name: DocumentName, fields: Fields): void {
  checkFields(fields);
  checkSize(name, fields);
}

/**
 * Checks what makes fields no Firestore fields, wherever they end up: reserved names, arrays in arrays, values out of
 * range. Lengths and depth are size.ts's. Throws INVALID_ARGUMENT.
 */
export function checkFields(fields: Fields): void {
  for (const [name, value] of fields) {
    if (name === "") throw invalid("A field name is empty.");
    if (name.startsWith("__") && reserved.test(name)) throw invalid(`The field name ${name} is reserved.`);
    checkValue(value, false);
  }
}

/** As checkFields, for one value that stands in a field or in an array. */
export function checkValue(value: Value, isInArray: boolean): void {
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
      for (const element of value.values) checkValue(element, true);
      break;
    case "map":
      if (value.fields.has("__type__")) checkVector(value.fields, isInArray);
      else checkFields(value.fields);
      break;
  }
}

/**
 * Checks a value that is only compared with: in a filter or a cursor. Milder than checkValue, as Firestore is: arrays may
 * stand in arrays. Throws INVALID_ARGUMENT.
 */
export function checkOperand(value: Value): void {
  if (value.kind === "array") value.values.forEach(checkOperand);
  else if (value.kind === "map") checkOperandMap(value.fields);
  else checkValue(value, false);
}

function checkOperandMap(fields: Fields): void {
  const type = fields.get("__type__");
  if (type?.kind === "string" && type.value === "__vector__") {
    checkVector(fields, false, false);
    return;
  }
  for (const [name, value] of fields) {
    if (name !== "__type__" && reserved.test(name)) throw invalid(`The field name ${name} is reserved.`);
    checkOperand(value);
  }
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

function checkVector(fields: Fields, isInArray: boolean, isStored = true): void {
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
  if (isStored && values.some((each) => each.kind === "double" && Number.isNaN(each.value)))
    throw invalid("Vector must not contain NaN.");
}
