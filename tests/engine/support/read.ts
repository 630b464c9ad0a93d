import type {
  CollectionReference,
  DocumentData,
  QueryDocumentSnapshot,
  QuerySnapshot,
} from "firebase-admin/firestore";

/** Ids of a result, in its order. */
export const ids = (snapshot: QuerySnapshot) => snapshot.docs.map((document) => document.id);

/** Data of a result, in its order. */
export const datas = (snapshot: QuerySnapshot) =>
  snapshot.docs.map((document: QueryDocumentSnapshot) => document.data());

/** The gRPC code a call is refused with. Throws when it is not refused. */
export async function refusal(call: Promise<unknown>): Promise<number> {
  const error = await call.then(
    () => null,
    (caught: { code?: number; message: string }) => caught,
  );
  if (!error) throw new Error("It was not refused");
  if (error.code === undefined) throw error;
  return error.code;
}

/** Writes documents by id in one batch and gives the collection back. */
export async function fill(
  collection: CollectionReference,
  documents: Record<string, DocumentData>,
): Promise<CollectionReference> {
  const batch = collection.firestore.batch();
  for (const [id, data] of Object.entries(documents)) batch.set(collection.doc(id), data);
  await batch.commit();
  return collection;
}

/** The kind a field is stored as, which JavaScript's numbers do not tell. */
export function kindOf(snapshot: unknown, field: string): string {
  const proto = (snapshot as { _fieldsProto: Record<string, Record<string, unknown>> })._fieldsProto[field];
  return Object.keys(proto ?? {}).find((key) => key.endsWith("Value")) ?? "missing";
}

/** Numbers from 0 up to `count`, without it. */
export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** A promise and the function that resolves it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
