import type { WirePrecondition, WireWrite } from "../protocol/messages.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import type { Micros, StoredDocument } from "../storage/storage.ts";

/** What a write asks of its document: that it is there or not, or the time of its last update; or nothing. */
export type Precondition = { exists?: boolean; updateTime?: Micros };

const none: Precondition = {};

export function preconditionOf(write: WireWrite): Precondition {
  const wire = write.currentDocument;
  if (!wire) return none;
  if (wire.updateTime) return { updateTime: microsOf(wire.updateTime) };
  return typeof wire.exists === "boolean" ? { exists: wire.exists } : none;
}

/** Throws NOT_FOUND, ALREADY_EXISTS or FAILED_PRECONDITION when the stored document is not as asked. */
export function checkPrecondition({ exists, updateTime }: Precondition, stored: StoredDocument | null): void {
  if (exists === true && !stored) throw new StatusError(code.notFound, "no entity to update");
  if (exists === false && stored) throw new StatusError(code.alreadyExists, "entity already exists");
  if (updateTime === undefined || stored?.updatedAt === updateTime) return;
  throw new StatusError(
    code.failedPrecondition,
    `the stored version (${stored?.updatedAt ?? 0}) does not match the required base version (${updateTime})`,
  );
}

function microsOf({ seconds, nanos }: NonNullable<WirePrecondition["updateTime"]>): Micros {
  if ((nanos ?? 0) % 1_000 !== 0) throw invalid("timestamp cannot have more than microseconds precision");
  const whole = typeof seconds === "object" ? (seconds?.toNumber() ?? 0) : (seconds ?? 0);
  return whole * 1_000_000 + (nanos ?? 0) / 1_000;
}
