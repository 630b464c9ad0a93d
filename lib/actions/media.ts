"use server";

import { z } from "zod";
import { MediaSlot } from "@/lib/domain/media";
import { ok } from "@/lib/domain/result";
import { fetchSoon } from "@/lib/inbox/media/downloader";
import { retryDownload } from "@/lib/inbox/media/retry-download";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

const Id = z.string().min(1).max(400);

/** Fetches a customer's file from Meta once more; `media_expired` when Meta has deleted it. */
export const retryMediaAction = defineAction({
  input: z.object({ conversationId: Id, messageId: Id, slot: MediaSlot }),
  permission: "conversation.update",
  run: async (input, { actor }) => {
    const retried = await retryDownload({ ...input, actor });
    if (!retried.ok) return retried;
    const { downloadId } = retried.data;
    if (downloadId) runAfterResponse(() => fetchSoon([downloadId]));
    return ok(null);
  },
});
