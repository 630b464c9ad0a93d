import { fails, pass, unknown, type Verdict, warn } from "./result";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const SLOW_MS = 1000;

/** How long one read took. */
export function judgeStore(ms: number): Verdict {
  return ms > SLOW_MS ? warn("slow", { ms }) : pass("ok", { ms });
}

/** `refused`: the indexes without which the store did not answer. */
export function judgeIndexes({ asked, refused }: { asked: number; refused: string[] }): Verdict {
  return refused.length > 0
    ? fails("missing", { count: refused.length, names: refused })
    : pass("ok", { count: asked });
}

/** What a read of the webhook events came to that nobody signed in for. */
export type OpenRead =
  | { kind: "refused" }
  | { kind: "given" }
  | { kind: "noDoor"; address: string }
  | { kind: "noAnswer"; address: string }
  | { kind: "other"; status: number };

/** Nobody but this server may read the store. `noDoor`: on this machine only, and nothing there speaks to browsers. */
export function judgeRules(reading: OpenRead): Verdict {
  if (reading.kind === "refused") return pass();
  if (reading.kind === "given") return fails("open");
  if (reading.kind === "noDoor") return pass("noDoor", { address: reading.address });
  if (reading.kind === "noAnswer") return unknown({ why: "graphSilent", address: reading.address });
  return unknown({ why: "odd", value: `HTTP ${reading.status}` });
}

export type Queues = { webhookEvents: number; outbox: number; unconfirmed: number; media: number };

/** How much waits. A busy minute is no backlog; thousands are. */
export function judgeQueues({ webhookEvents, outbox, unconfirmed, media }: Queues): Verdict {
  const values = { events: webhookEvents, outbox, unconfirmed, media };
  if (webhookEvents > 10_000 || outbox > 5000) return fails("stuck", values);
  if (webhookEvents > 1000 || outbox > 500 || media > 1000) return warn("backlog", values);
  return unconfirmed > 0 ? warn("unconfirmed", values) : pass("ok", values);
}

/** The age of the oldest webhook event that is not processed; null when none waits. */
export function judgeOldestEvent(ageMs: number | null): Verdict {
  if (ageMs === null) return pass("none");
  const minutes = Math.round(ageMs / MINUTE_MS);
  if (ageMs > 10 * MINUTE_MS) return fails("old", { minutes });
  if (ageMs > MINUTE_MS) return warn("late", { minutes });
  return pass("ok", { seconds: Math.max(0, Math.round(ageMs / SECOND_MS)) });
}
