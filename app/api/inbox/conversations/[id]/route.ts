import { z } from "zod";
import { fail, ok } from "@/lib/domain/result";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "inbox.read",
  params: z.object({ id: z.string() }),
  run: async ({ actor, params }) => {
    const conversation = await readConversation(actor, params.id);
    return conversation ? ok(conversation) : fail("not_found", "There is no conversation with this id.");
  },
});
