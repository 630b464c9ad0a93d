import { readLatestReplay } from "@/lib/inbox/replays/read-latest-replay";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "webhook-event.read",
  run: ({ actor }) => readLatestReplay(actor),
});
