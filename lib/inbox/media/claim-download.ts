import type { MediaDownload } from "@/lib/domain/media";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { inUnit } from "@/lib/store/unit";

const LEASE_MS = 30_000;
const RENEW_MS = 8_000;

/** A file that is this process's to fetch until `leaseUntil`; the time names this very claim. */
export type DownloadClaim = { row: MediaDownload; leaseUntil: number };

/** Takes a file for fetching when it still waits and its time has come; null when not. `now` in epoch ms. */
export function claimDownload(id: string, now: number): Promise<DownloadClaim | null> {
  return inUnit(async (unit) => {
    const ref = mediaDownloads().doc(id);
    const row = await unit.get(ref);
    if (!row || row.dueAt > now || (row.leaseUntil ?? 0) > now) return null;
    const leaseUntil = now + LEASE_MS;
    // Due again when the lease is over, so that the sweep finds what a dead process left.
    const claimed = { ...row, tries: row.tries + 1, dueAt: leaseUntil, leaseUntil };
    unit.set(ref, claimed);
    return { row: claimed, leaseUntil };
  });
}

/** Holds a claim while a long download runs. Call the answer when it is over. `now`: the clock, epoch ms. */
export function keepClaim(claim: DownloadClaim, now: () => number): () => void {
  const timer = setInterval(() => {
    renew(claim, now()).catch(() => undefined);
  }, RENEW_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function renew(claim: DownloadClaim, now: number): Promise<void> {
  return inUnit(async (unit) => {
    const ref = mediaDownloads().doc(claim.row.id);
    const row = await unit.get(ref);
    if (row?.leaseUntil !== claim.leaseUntil) return;
    const leaseUntil = now + LEASE_MS;
    unit.set(ref, { ...row, dueAt: leaseUntil, leaseUntil });
    return leaseUntil;
  }).then((leaseUntil) => {
    if (leaseUntil !== undefined) claim.leaseUntil = leaseUntil;
  });
}
