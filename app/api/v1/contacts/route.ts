import { toApiContact } from "@/lib/domain/api/contact";
import { endpoints } from "@/lib/domain/api/endpoints";
import { ok } from "@/lib/domain/result";
import { listContacts } from "@/lib/inbox/read/list-contacts";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.listContacts, async ({ actor, query }) => {
  const page = await listContacts({ actor, ...query });
  if (!page.ok) return page;
  return ok({ data: page.data.items.map(toApiContact), nextCursor: page.data.nextCursor });
});
