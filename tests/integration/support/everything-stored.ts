import { gunzipSync } from "node:zlib";
import type { CollectionReference, DocumentReference } from "firebase-admin/firestore";
import { db } from "@/lib/store/firestore";

/** Every document of this test's store, its path and its fields, compressed bodies too, as one text. */
export async function everythingStored(): Promise<string> {
  const collections = await db().listCollections();
  return (await Promise.all(collections.map(ofCollection))).join("\n");
}

async function ofCollection(collection: CollectionReference): Promise<string> {
  const documents = await collection.listDocuments();
  return (await Promise.all(documents.map(ofDocument))).join("\n");
}

async function ofDocument(document: DocumentReference): Promise<string> {
  const data = (await document.get()).data() ?? {};
  const own = `${document.path} ${JSON.stringify(data, (_key, value: unknown) => readable(value))}`;
  const below = await Promise.all((await document.listCollections()).map(ofCollection));
  return [own, ...below].join("\n");
}

/** Buffers come as `{ type: "Buffer", data }`. */
function readable(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "Buffer")
    return value;
  const bytes = Buffer.from((value as unknown as { data: number[] }).data);
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    return bytes.toString("latin1");
  }
}
