import { z } from "zod";
import { liveResponse } from "@/lib/server/live/live-response";
import { defineRoute } from "@/lib/server/route/define-route";
import { actorOfSession } from "@/lib/server/session/current";

export const GET = defineRoute({
  permission: "inbox.read",
  query: z.object({ after: z.string().max(100).optional() }),
  run: async ({ actor, sessionId, request }) =>
    liveResponse({ actor, sessionId, look: () => actorOfSession(sessionId), request }),
});
