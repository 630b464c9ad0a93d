import { deleteExpired } from "@/lib/store/delete-expired";

/** Deletes what is past its time, where no TTL policy does it: feed rows, and what waited in vain for its message. */
export async function pruneFeed(now: number): Promise<void> {
  await deleteExpired("feed", now);
  await deleteExpired("providerMessages", now);
}
