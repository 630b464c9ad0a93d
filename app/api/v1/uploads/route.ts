import { endpoints } from "@/lib/domain/api/endpoints";
import { publicUpload } from "@/lib/domain/public-upload";
import { ok } from "@/lib/domain/result";
import { addUpload } from "@/lib/inbox/uploads/add-upload";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { offeredFile } from "@/lib/server/route/offered-file";

/** Takes a file as the raw body, for a message in a conversation. */
export const POST = defineApiRoute(endpoints.addUpload, async ({ actor, query, request }) => {
  const target = { conversationId: query.conversationId };
  const added = await addUpload({ actor, target, ...offeredFile(request, query) });
  return added.ok ? ok(publicUpload(added.data)) : added;
});
