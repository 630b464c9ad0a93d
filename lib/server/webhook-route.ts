import { readHandshake } from "@/lib/channels/handshake";
import { objectOf } from "@/lib/channels/object-of";
import { isSignatureValid } from "@/lib/channels/signature";
import type { ChannelType } from "@/lib/domain/channel";
import { doorSecrets, freshDoorSecrets } from "@/lib/inbox/channels/door-secrets";
import { type DoorEvent, noteAtDoor } from "@/lib/inbox/channels/webhook-door";
import { itemsOf } from "@/lib/inbox/ingest/items-of";
import { enqueueEvent } from "@/lib/inbox/ingest/queue";
import { receiveWebhook } from "@/lib/inbox/ingest/receive";
import { log } from "@/lib/log";
import { runAfterResponse } from "./background";
import { readRawBody } from "./read-raw-body";

/** Meta sends up to 3 MB: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** Meta waits about ten seconds; it gets a 503 and tries again later rather than no answer. */
const STORE_TIMEOUT_MS = 8000;

const objects: Record<ChannelType, string> = {
  whatsapp: "whatsapp_business_account",
  instagram: "instagram",
};

/** Answers the GET by which Meta checks that a webhook is ours: 200 and the challenge, or 403. */
export async function shakeHands(channel: ChannelType, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { verifyTokens } = await doorSecrets(channel);
  let { ok, challenge } = readHandshake(url, verifyTokens);
  if (!ok) {
    const fresh = await freshDoorSecrets(channel);
    if (fresh) ({ ok, challenge } = readHandshake(url, fresh.verifyTokens));
  }
  note(channel, ok ? "handshake" : "handshakeRefused");
  return ok ? answer(200, challenge) : answer(403, "Forbidden");
}

/** Answers a POST of a channel's webhook. 200 only once the event is committed; the work comes after that. */
export async function receiveRequest(channel: ChannelType, request: Request): Promise<Response> {
  const rawBody = await readRawBody(request, MAX_BODY_BYTES);
  if (rawBody === null) return answer(413, "Too large");
  const refusal = await checkSignature(channel, request.headers.get("x-hub-signature-256"), rawBody);
  if (refusal) return refusal;
  const body = parseJson(rawBody);
  if (body === undefined) return answer(400, "Not JSON");
  if (objectOf(body) !== objects[channel]) return answer(400, "Wrong object");
  return store(channel, request, rawBody, body);
}

/** Null when Meta signed the body with a secret of the environment or of a channel; a new one is found in the store. */
async function checkSignature(
  channel: ChannelType,
  signature: string | null,
  rawBody: Uint8Array,
): Promise<Response | null> {
  try {
    let { appSecrets } = await within(STORE_TIMEOUT_MS, doorSecrets(channel));
    let isValid = signature !== null && isSignatureValid(rawBody, signature, appSecrets);
    if (!isValid && signature !== null) {
      const fresh = await within(STORE_TIMEOUT_MS, freshDoorSecrets(channel));
      if (fresh) {
        appSecrets = fresh.appSecrets;
        isValid = isSignatureValid(rawBody, signature, appSecrets);
      }
    }
    if (isValid) {
      note(channel, "accepted");
      return null;
    }
    if (appSecrets.length === 0) {
      log.error(
        { channel },
        "A webhook came, but no app secret is known: it cannot be checked, so it is refused",
      );
      return answer(503, "Not configured");
    }
  } catch (error) {
    log.error({ err: error, channel }, "A webhook could not be checked; Meta will send it again");
    return answer(503, "Not checked");
  }
  note(channel, "refused");
  return signature === null ? answer(401, "Signature missing") : answer(403, "Signature wrong");
}

function note(channel: ChannelType, event: DoorEvent): void {
  const write = noteAtDoor(channel, event);
  if (write) runAfterResponse(write);
}

async function store(
  channel: ChannelType,
  request: Request,
  rawBody: Uint8Array,
  body: unknown,
): Promise<Response> {
  const receiving = receiveWebhook({ channel, rawBody, headers: request.headers, receivedAt: Date.now() });
  try {
    const { id, isNew, event } = await within(STORE_TIMEOUT_MS, receiving);
    // One that was stored before may still be unprocessed: Meta asks again when the first answer was a 503.
    runAfterResponse(() => enqueueEvent(id, isNew ? { event, items: itemsOf(channel, body) } : undefined));
    return answer(200, "EVENT_RECEIVED");
  } catch (error) {
    log.error({ err: error, channel }, "A webhook could not be stored; Meta will send it again");
    return answer(503, "Not stored");
  }
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Rejects when the promise takes longer; a write that is late all the same is found to be there by Meta's retry. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`The store took longer than ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
