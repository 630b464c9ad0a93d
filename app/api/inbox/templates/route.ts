import { z } from "zod";
import { listTemplates } from "@/lib/inbox/templates/list";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "message.send",
  query: z.object({ channelId: z.string().min(1).max(400) }),
  run: ({ actor, query }) => listTemplates({ actor, ...query }),
});
