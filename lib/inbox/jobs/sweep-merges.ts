import { moveThreads } from "@/lib/inbox/contacts/move-threads";
import { merges } from "@/lib/store/merges";

const PAGE = 50;

/** Finishes moving the threads of merged contacts that a dead process left. */
export async function sweepMerges(): Promise<void> {
  const tasks = await merges().limit(PAGE).get();
  for (const task of tasks.docs) await moveThreads(task.id);
}
