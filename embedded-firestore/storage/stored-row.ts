import { decodeFields } from "../values/codec.ts";
import type { DocumentName } from "../values/document-name.ts";
import type { Fields } from "../values/value.ts";
import type { Micros, StoredDocument } from "./storage.ts";

/** A document with its row number. The fields are decoded when first asked for, and kept. */
export class StoredRow implements StoredDocument {
  readonly number: number;
  readonly name: DocumentName;
  readonly fieldBytes: Uint8Array;
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
  #fields: Fields | null;

  constructor(
    number: number,
    name: DocumentName,
    content: { bytes: Uint8Array; fields: Fields | null },
    times: { createdAt: Micros; updatedAt: Micros },
  ) {
    this.number = number;
    this.name = name;
    this.fieldBytes = content.bytes;
    this.#fields = content.fields;
    this.createdAt = times.createdAt;
    this.updatedAt = times.updatedAt;
  }

  fields(): Fields {
    this.#fields ??= decodeFields(this.fieldBytes);
    return this.#fields;
  }
}
