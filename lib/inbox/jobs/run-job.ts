import { randomUUID } from "node:crypto";
import { ok, type Result } from "@/lib/domain/result";
import { sweepEvents } from "@/lib/inbox/ingest/queue";
import { sweepDownloads } from "@/lib/inbox/media/downloader";
import { checkPausedChannels } from "@/lib/inbox/outbound/check-channels";
import { sweepOutbox } from "@/lib/inbox/outbound/deliver";
import { sweepErasures } from "@/lib/inbox/privacy/erase/run";
import { applyRetentionHourly } from "@/lib/inbox/privacy/retention/apply";
import { runReplays } from "@/lib/inbox/replays/run-replays";
import { sweepUploads } from "@/lib/inbox/uploads/sweep-uploads";
import { dispatchWebhooks } from "@/lib/inbox/webhooks/dispatch";
import { log } from "@/lib/log";
import { releaseLease, takeLease } from "@/lib/store/leases";
import { checkChannels } from "./check-channels";
import { checkSetupHourly } from "./check-setup";
import { pruneFeed } from "./prune-feed";
import { sweepMerges } from "./sweep-merges";

export const jobNames = [
  "sweep-events",
  "sweep-outbox",
  "sweep-media",
  "prune-feed",
  "check-channels",
  "check-setup",
  "run-replays",
  "sweep-erasures",
  "dispatch-webhooks",
  "apply-retention",
] as const;
export type JobName = (typeof jobNames)[number];

export const isJobName = (name: string): name is JobName => (jobNames as readonly string[]).includes(name);

const LEASE_MS = 60_000;
const owner = randomUUID();

/**
 * Runs a job unless it is running already, here or in another process. `isSkipped` says that it was. `now` in epoch
 * ms. What a job throws is thrown on: the store does not answer.
 */
export async function runJob(
  name: JobName,
  now = Date.now(),
): Promise<Result<{ name: JobName; isSkipped: boolean }>> {
  if (running.has(name)) return ok({ name, isSkipped: true });
  running.add(name);
  try {
    if (!leaseFree.has(name) && !(await takeLease(name, owner, now, LEASE_MS)))
      return ok({ name, isSkipped: true });
    const startedAt = performance.now();
    await jobs[name](now);
    if (!leaseFree.has(name)) await releaseLease(name, owner);
    log.debug({ job: name, durationMs: Math.round(performance.now() - startedAt) }, "job done");
    return ok({ name, isSkipped: false });
  } finally {
    running.delete(name);
  }
}

const running = new Set<JobName>();

/** Each of its steps is claimed by itself, and a dead process's lease would hold up the sending of all others. */
const leaseFree = new Set<JobName>([
  "sweep-outbox",
  "sweep-media",
  "run-replays",
  "sweep-erasures",
  "dispatch-webhooks",
]);

const jobs: Record<JobName, (now: number) => Promise<unknown>> = {
  "sweep-events": async (now) => {
    await sweepMerges();
    await sweepEvents(now);
  },
  "sweep-outbox": sweepOutbox,
  "sweep-media": sweepDownloads,
  "prune-feed": async (now) => {
    await pruneFeed(now);
    await sweepUploads(now);
  },
  "sweep-erasures": sweepErasures,
  "dispatch-webhooks": dispatchWebhooks,
  "apply-retention": applyRetentionHourly,
  "check-channels": async (now) => {
    await checkChannels(now);
    await checkPausedChannels(now);
  },
  "check-setup": checkSetupHourly,
  "run-replays": runReplays,
};
