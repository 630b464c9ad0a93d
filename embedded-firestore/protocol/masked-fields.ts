import type { StoredDocument } from "../storage/storage.ts";
import { encodeFields } from "../values/codec.ts";
import { getField, parseFieldPath, withField } from "../values/field-path.ts";
import type { FieldPath, Fields } from "../values/value.ts";
import type { WireMask } from "./messages.ts";

/** The field paths of a mask; null when there is none and all fields are wanted. INVALID_ARGUMENT for a malformed path. */
export function maskPaths(mask: WireMask | null | undefined): FieldPath[] | null {
  if (!mask) return null;
  return (mask.fieldPaths ?? []).map(parseFieldPath);
}

/** The field entries of a document that a mask lets through. */
export function maskedFieldBytes(document: StoredDocument, paths: FieldPath[] | null): Uint8Array {
  if (paths === null) return document.fieldBytes;
  if (paths.length === 0) return nothing;
  const fields = document.fields();
  const kept = paths.reduce<Fields>((so, path) => copyField(fields, so, path), new Map());
  return encodeFields(kept);
}

function copyField(from: Fields, to: Fields, path: FieldPath): Fields {
  const value = getField(from, path);
  return value === undefined ? to : withField(to, path, value);
}

const nothing = new Uint8Array(0);
