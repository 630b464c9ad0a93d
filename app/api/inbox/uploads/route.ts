import { z } from "zod";
import { publicUpload } from "@/lib/domain/public-upload";
import { fail, ok } from "@/lib/domain/result";
import { addUpload } from "@/lib/inbox/uploads/add-upload";
import { defineRoute } from "@/lib/server/route/define-route";
import { offeredFile } from "@/lib/server/route/offered-file";

/** Takes a file as the raw body, for a conversation, or for the start of one on a channel. */
export const POST = defineRoute({
  permission: "message.send",
  isWrite: true,
  query: z.object({
    conversationId: z.string().max(400).optional(),
    channelId: z.string().max(400).optional(),
    filename: z.string().max(2_000).optional(),
    voice: z.literal("1").optional(),
    sticker: z.literal("1").optional(),
  }),
  run: async ({ actor, query, request }) => {
    const { conversationId, channelId } = query;
    const target = conversationId ? { conversationId } : channelId ? { channelId } : null;
    if (!target) return fail("bad_request", "Say which conversation or channel the file is for.");
    const added = await addUpload({ actor, target, ...offeredFile(request, query) });
    return added.ok ? ok(publicUpload(added.data)) : added;
  },
});
