import { toApiConversation } from "@/lib/domain/api/conversation";
import { endpoints } from "@/lib/domain/api/endpoints";
import { ok } from "@/lib/domain/result";
import { listConversations } from "@/lib/inbox/read/list-conversations";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.listConversations, async ({ actor, query }) => {
  const page = await listConversations({
    tab: "all",
    actor,
    cursor: query.cursor ?? null,
    limit: query.limit,
  });
  if (!page.ok) return page;
  return ok({ data: page.data.items.map(toApiConversation), nextCursor: page.data.nextCursor });
});
