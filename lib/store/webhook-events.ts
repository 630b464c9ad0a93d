import { gunzipSync, gzipSync } from "node:zlib";
import { type DocumentData, type DocumentReference, FieldPath, type Query } from "firebase-admin/firestore";
import { WebhookEvent } from "@/lib/domain/webhook-event";
import { db } from "./firestore";
import { runTransaction } from "./run-transaction";
import { converterFor, typedCollection } from "./typed-collection";

/** Beyond this a body is kept compressed; a document holds 1 MiB. */
const MAX_TEXT_BYTES = 200_000;
/** Beyond this a compressed body is split over `webhookEvents/<id>/chunks/<n>`. */
const MAX_CHUNK_BYTES = 900_000;

/** `webhookEvents/<hash of the body>`, read without the body. */
export const webhookEvents = () => typedCollection("webhookEvents", WebhookEvent);

/** Events with work left whose time has come, longest overdue first. `now` in epoch ms. */
export const dueEvents = (now: number, limit: number): Query<WebhookEvent> =>
  eventsWithoutBody().where("dueAt", "<=", now).orderBy("dueAt").limit(limit);

/** Events for lists: the body, which may be large, stays in the store. */
export const eventsWithoutBody = (): Query<WebhookEvent> =>
  webhookEvents()
    .select(...fields)
    .withConverter(converterFor(WebhookEvent));

/** A new event as it is written: the document, and chunks when the body does not fit in it. */
export type NewWebhookEvent = { id: string; data: Record<string, unknown>; chunks: Buffer[] };

/** Lays out an event for the store. Text that is UTF-8 and short stays readable; the rest is gzip. */
export function layOutEvent(event: WebhookEvent, rawBody: Uint8Array): NewWebhookEvent {
  const { id, ...data } = event;
  const bytes = Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength);
  const text = bytes.byteLength <= MAX_TEXT_BYTES ? readUtf8(bytes) : null;
  if (text !== null) return { id, data: { ...data, body: text }, chunks: [] };
  const zipped = gzipSync(bytes, { level: 1 });
  if (zipped.byteLength <= MAX_CHUNK_BYTES) return { id, data: { ...data, bodyGzip: zipped }, chunks: [] };
  const chunks: Buffer[] = [];
  for (let at = 0; at < zipped.byteLength; at += MAX_CHUNK_BYTES) {
    chunks.push(zipped.subarray(at, at + MAX_CHUNK_BYTES));
  }
  return { id, data: { ...data, bodyChunks: chunks.length }, chunks };
}

/** The raw body as it came; null when there is no such event, or its body is gone. */
export async function readEventBody(id: string): Promise<Buffer | null> {
  const ref = db().collection("webhookEvents").doc(id);
  const data = (await ref.get()).data();
  return data ? bodyOf(ref, data) : null;
}

async function bodyOf(ref: DocumentReference, data: DocumentData): Promise<Buffer | null> {
  if (typeof data.body === "string") return Buffer.from(data.body, "utf8");
  if (data.bodyGzip) return gunzipSync(data.bodyGzip as Buffer);
  if (!data.bodyChunks) return null;
  const chunks = await ref.collection("chunks").get();
  const parts = chunks.docs
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((doc) => doc.get("part") as Buffer);
  return gunzipSync(Buffer.concat(parts));
}

/** A stored event with its body, as a page of all of them gives it. */
export type EventWithBody = { event: WebhookEvent; body: Buffer };

/** Events in the order of their ids, from after one on, each with its body; of one whose body is gone it is empty. */
export async function eventsWithBodyAfter(id: string | null, limit: number): Promise<EventWithBody[]> {
  const ordered = db().collection("webhookEvents").orderBy(FieldPath.documentId()).limit(limit);
  return withBodies(id === null ? ordered : ordered.startAfter(id));
}

export type EventPlace = { receivedAt: number; id: string };

/** Events that came after a moment (epoch ms), oldest first, from a place on, each with its body. */
export async function eventsReceivedAfter(
  time: number,
  after: EventPlace | null,
  limit: number,
): Promise<EventWithBody[]> {
  const ordered = db()
    .collection("webhookEvents")
    .where("receivedAt", ">", time)
    .orderBy("receivedAt")
    .orderBy(FieldPath.documentId())
    .limit(limit);
  return withBodies(after ? ordered.startAfter(after.receivedAt, after.id) : ordered);
}

async function withBodies(query: Query): Promise<EventWithBody[]> {
  const page = await query.get();
  return Promise.all(
    page.docs.map(async (row) => ({
      event: WebhookEvent.parse({ ...row.data(), id: row.id }),
      body: (await bodyOf(row.ref, row.data())) ?? Buffer.alloc(0),
    })),
  );
}

/** Replaces the body of an event, wherever it is kept, and notes which items are no longer in it. */
export async function rewriteEventBody(
  id: string,
  rawBody: Uint8Array,
  { erasedItems, refs }: { erasedItems: number[]; refs: string[] },
): Promise<void> {
  const ref = db().collection("webhookEvents").doc(id);
  const chunks = await ref.collection("chunks").listDocuments();
  await runTransaction(async (tx) => {
    const event = (await tx.get(webhookEvents().doc(id))).data();
    if (!event) return;
    const known = new Set([...(event.erasedItems ?? []), ...erasedItems]);
    const sorted = [...known].sort((a, b) => a - b);
    const next = layOutEvent({ ...event, refs, erasedItems: sorted, bodyBytes: rawBody.byteLength }, rawBody);
    for (const chunk of chunks) tx.delete(chunk);
    tx.set(ref, next.data);
    next.chunks.forEach((part, n) => {
      tx.set(ref.collection("chunks").doc(String(n)), { part });
    });
  });
}

/** Writes what processing found out. Fields left out stay as they are. */
export async function updateEvent(id: string, changes: Partial<Omit<WebhookEvent, "id">>): Promise<void> {
  await db().collection("webhookEvents").doc(id).update(changes);
}

const fields = Object.keys(WebhookEvent.shape).filter((name) => name !== "id");

function readUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
