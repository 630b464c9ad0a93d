import type { StoredDocument } from "../storage/storage.ts";
import { RawMessage } from "./raw.ts";

/**
 * A google.firestore.v1.Document from what is stored, without decoding it. `fieldBytes` are other field entries than the
 * stored ones: a projection's.
 */
export function documentMessage(document: StoredDocument, fieldBytes?: Uint8Array): Buffer {
  return rawDocument(document, fieldBytes).finish();
}

/** The same, to be put inside another message. */
export function rawDocument(document: StoredDocument, fieldBytes = document.fieldBytes): RawMessage {
  return new RawMessage()
    .string(1, document.name.full)
    .raw(fieldBytes)
    .timestamp(3, document.createdAt)
    .timestamp(4, document.updatedAt);
}
