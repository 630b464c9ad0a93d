import { ok } from "@/lib/domain/result";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "channel.read",
  run: async ({ actor }) => ok(await listChannels(actor)),
});
