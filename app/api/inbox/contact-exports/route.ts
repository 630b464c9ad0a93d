import { makeZip } from "client-zip";
import { fail } from "@/lib/domain/result";
import { failureText } from "@/lib/inbox/api/failure-text";
import { exportContact } from "@/lib/inbox/privacy/export/export-contact";
import { contentDisposition } from "@/lib/server/media/disposition";
import { defineRoute } from "@/lib/server/route/define-route";
import { zipEntries } from "@/lib/server/route/zip-entries";

/** Everything that is kept of a person, as a zip that is written while it is read. The form's field is `contactId`. */
export const POST = defineRoute({
  permission: "privacy.manage",
  isWrite: true,
  run: async ({ actor, request }) => {
    const form = await request.formData().catch(() => null);
    if (!form) return fail("bad_request", "Send a form with the field contactId.");
    const contactId = String(form.get("contactId") ?? "");
    const made = await exportContact(actor, { contactId, textOf: failureText });
    if (!made.ok) return made;
    return new Response(makeZip(zipEntries(made.data.files)), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": contentDisposition("attachment", made.data.filename),
        "Cache-Control": "private, no-store",
      },
    });
  },
});
