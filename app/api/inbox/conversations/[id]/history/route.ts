import { z } from "zod";
import { historyOf } from "@/lib/inbox/audit/history-of";
import { paths } from "@/lib/paths";
import { defineRoute } from "@/lib/server/route/define-route";

/** On to what the audit log says of a conversation; the address there names it by pseudonym. */
export const GET = defineRoute({
  permission: "audit.read",
  params: z.object({ id: z.string() }),
  run: async ({ actor, params }) => {
    const names = await historyOf(actor, params.id);
    if (!names.ok) return names;
    const Location = paths.settings.audit({ about: names.data.join(",") });
    return new Response(null, { status: 303, headers: { Location, "Cache-Control": "private, no-store" } });
  },
});
