import { toApiContact } from "@/lib/domain/api/contact";
import { endpoints } from "@/lib/domain/api/endpoints";
import { fail, ok } from "@/lib/domain/result";
import { readContact } from "@/lib/inbox/read/read-contact";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.getContact, async ({ actor, params }) => {
  const contact = await readContact(actor, params.id);
  return contact ? ok(toApiContact(contact)) : fail("not_found", "There is no contact with this id.");
});
