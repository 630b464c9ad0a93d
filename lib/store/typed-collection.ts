import type { CollectionReference, DocumentSnapshot, FirestoreDataConverter } from "firebase-admin/firestore";
import type { z } from "zod";
import { db } from "./firestore";

type Row = { id: string };

/** Reads are parsed by the schema, with the document's id as `id`; writes leave the id out. */
export function converterFor<T extends Row>(schema: z.ZodType<T>): FirestoreDataConverter<T> {
  return {
    toFirestore: (row) => {
      const { id: _id, ...fields } = row as Row & Record<string, unknown>;
      return fields;
    },
    fromFirestore: (snapshot) => schema.parse({ ...snapshot.data(), id: snapshot.id }),
  };
}

/** A top-level collection whose documents follow a schema. */
export function typedCollection<T extends Row>(path: string, schema: z.ZodType<T>): CollectionReference<T> {
  return db().collection(path).withConverter(converterFor(schema));
}

/** A document's version: its update time in microseconds. A higher one is newer, always. */
export function versionOf(snapshot: DocumentSnapshot<unknown>): number {
  const time = snapshot.updateTime;
  return time ? time.seconds * 1_000_000 + Math.floor(time.nanoseconds / 1000) : 0;
}
