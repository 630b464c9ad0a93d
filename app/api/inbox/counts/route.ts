import { ok } from "@/lib/domain/result";
import { countConversations } from "@/lib/inbox/read/count-conversations";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "inbox.read",
  run: async ({ actor }) => ok(await countConversations(actor)),
});
