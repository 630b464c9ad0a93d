import { inUnit } from "@/lib/store/unit";
import { unsentUploadsBefore, uploads } from "@/lib/store/uploads";
import { deleteBytes } from "./remove-upload";

const DAY_MS = 24 * 3600_000;
const PAGE = 100;

/** Deletes files that were chosen more than a day ago and never sent. Answers how many. `now` in epoch ms. */
export async function sweepUploads(now: number): Promise<number> {
  const old = await unsentUploadsBefore(now - DAY_MS, PAGE).get();
  let deleted = 0;
  for (const { id } of old.docs) {
    const gone = await inUnit(async (unit) => {
      const upload = await unit.get(uploads().doc(id));
      if (upload?.sentMessageId !== null) return null;
      unit.delete(uploads().doc(id));
      return upload;
    });
    if (!gone) continue;
    await deleteBytes(gone);
    deleted += 1;
  }
  return deleted;
}
