import { cleanLeftovers } from "@/lib/inbox/media/clean-leftovers";
import { deleteExpired } from "@/lib/store/delete-expired";

/** Deletes what is past its time, where no TTL policy does it: feed rows, what waited in vain for its message, and files of dead downloads. */
export async function pruneFeed(now: number): Promise<void> {
  await deleteExpired("feed", now);
  await deleteExpired("providerMessages", now);
  await cleanLeftovers(now);
}
