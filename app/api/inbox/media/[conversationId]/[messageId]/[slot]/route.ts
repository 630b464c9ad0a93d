import { z } from "zod";
import { MediaSlot } from "@/lib/domain/media";
import { findFile } from "@/lib/inbox/media/find-file";
import { serveFile } from "@/lib/server/media/serve-file";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "inbox.read",
  params: z.object({ conversationId: z.string(), messageId: z.string(), slot: MediaSlot }),
  query: z.object({
    size: z.literal("thumb").optional(),
    as: z.literal("mp4").optional(),
    download: z.literal("1").optional(),
  }),
  run: async ({ actor, params, query, request }) => {
    const variant = query.size ?? query.as ?? "original";
    const file = await findFile(actor, { ...params, variant });
    return file.ok ? serveFile(request, file.data, { isDownload: query.download === "1" }) : file;
  },
});
