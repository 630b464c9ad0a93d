import { endpoints } from "@/lib/domain/api/endpoints";
import { findFile } from "@/lib/inbox/media/find-file";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { serveFile } from "@/lib/server/media/serve-file";

export const GET = defineApiRoute(endpoints.getMedia, async ({ actor, params, query, request }) => {
  const { id: conversationId, messageId, slot } = params;
  const variant = query.size ?? query.as ?? "original";
  const file = await findFile(actor, { conversationId, messageId, slot, variant });
  return file.ok ? serveFile(request, file.data, { isDownload: true }) : file;
});
