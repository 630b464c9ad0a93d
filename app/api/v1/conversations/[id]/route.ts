import { toApiConversation } from "@/lib/domain/api/conversation";
import { endpoints } from "@/lib/domain/api/endpoints";
import { fail, ok } from "@/lib/domain/result";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.getConversation, async ({ actor, params }) => {
  const conversation = await readConversation(actor, params.id);
  return conversation
    ? ok(toApiConversation(conversation))
    : fail("not_found", "There is no conversation with this id.");
});
