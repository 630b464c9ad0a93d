import { z } from "zod";
import { conversationTabs } from "@/lib/domain/conversation-tab";
import { listConversations } from "@/lib/inbox/read/list-conversations";
import { defineRoute } from "@/lib/server/route/define-route";
import { PageQuery } from "@/lib/server/route/page-query";

export const GET = defineRoute({
  permission: "inbox.read",
  query: PageQuery.extend({ tab: z.enum(conversationTabs).default("all") }),
  run: ({ actor, query }) => listConversations({ actor, ...query }),
});
