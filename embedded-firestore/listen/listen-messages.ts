import { rawDocument } from "../protocol/document-message.ts";
import { RawMessage } from "../protocol/raw.ts";
import type { StatusError } from "../protocol/status.ts";
import type { Micros, StoredDocument } from "../storage/storage.ts";

/** Serialised google.firestore.v1.ListenResponses. */

/** TargetChange.TargetChangeType. */
const type = { noChange: 0, add: 1, remove: 2, current: 3, reset: 4 } as const;

export const targetAdded = (target: number): Uint8Array => targetChange(type.add, target).finish();

export const targetReset = (target: number): Uint8Array => targetChange(type.reset, target).finish();

/** A target is gone, because the client said so or because of a refusal. */
export function targetRemoved(target: number, cause?: StatusError): Uint8Array {
  const status = cause && new RawMessage().int(1, cause.code).string(2, cause.message);
  return targetChange(type.remove, target, status).finish();
}

/** The client has all of a target as of a time. */
export function targetCurrent(target: number, at: { readTime: Micros; token: Uint8Array }): Uint8Array {
  const change = new RawMessage().int(1, type.current).int(2, target).bytes(4, at.token);
  return new RawMessage().message(2, change.timestamp(6, at.readTime)).finish();
}

/** All targets of the stream are as of a time: what came before is one consistent snapshot. */
export function snapshotDone(at: { readTime: Micros; token: Uint8Array }): Uint8Array {
  const change = new RawMessage().bytes(4, at.token).timestamp(6, at.readTime);
  return new RawMessage().message(2, change).finish();
}

/** A document is in a target, as it is now. `fieldBytes` are a projection's. */
export function documentChange(
  target: number,
  document: StoredDocument,
  fieldBytes?: Uint8Array,
): Uint8Array {
  const change = new RawMessage().message(1, rawDocument(document, fieldBytes)).int(5, target);
  return new RawMessage().message(3, change).finish();
}

/** A document is gone. */
export function documentDelete(target: number, full: string, readTime: Micros): Uint8Array {
  const change = new RawMessage().string(1, full).timestamp(4, readTime).int(6, target);
  return new RawMessage().message(4, change).finish();
}

/** A document is there still, and no longer in a target. */
export function documentRemove(target: number, full: string, readTime: Micros): Uint8Array {
  const change = new RawMessage().string(1, full).int(2, target).timestamp(4, readTime);
  return new RawMessage().message(6, change).finish();
}

function targetChange(kind: number, target: number, cause?: RawMessage): RawMessage {
  const change = new RawMessage().int(1, kind).int(2, target);
  if (cause) change.message(3, cause);
  return new RawMessage().message(2, change);
}
