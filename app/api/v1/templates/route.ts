import { endpoints } from "@/lib/domain/api/endpoints";
import { ok } from "@/lib/domain/result";
import { listChannelTemplates } from "@/lib/inbox/channels/list-templates";
import { onlyWhatsAppChannel } from "@/lib/inbox/channels/only-whatsapp-channel";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.listTemplates, async ({ actor, query }) => {
  const channelId = query.channelId ? ok(query.channelId) : await onlyWhatsAppChannel(actor);
  if (!channelId.ok) return channelId;
  return listChannelTemplates({
    actor,
    channelId: channelId.data,
    limit: query.limit,
    cursor: query.cursor ?? null,
  });
});
