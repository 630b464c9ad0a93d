import { ok } from "@/lib/domain/result";
import { listAssignees } from "@/lib/inbox/read/list-assignees";
import { defineRoute } from "@/lib/server/route/define-route";

export const GET = defineRoute({
  permission: "member.read",
  run: async ({ actor }) => ok(await listAssignees(actor)),
});
