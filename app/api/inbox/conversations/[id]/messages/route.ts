import { z } from "zod";
import { fail } from "@/lib/domain/result";
import { listMessages } from "@/lib/inbox/read/list-messages";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { defineRoute } from "@/lib/server/route/define-route";
import { PageQuery } from "@/lib/server/route/page-query";

export const GET = defineRoute({
  permission: "inbox.read",
  params: z.object({ id: z.string() }),
  query: PageQuery,
  run: async ({ actor, params, query }) => {
    const conversation = await readConversation(actor, params.id);
    if (!conversation) return fail("not_found", "There is no conversation with this id.");
    return listMessages({ conversationId: conversation.id, ...query });
  },
});
