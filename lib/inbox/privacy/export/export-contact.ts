import type { FailureText } from "@/lib/domain/api/message";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { inUnit } from "@/lib/store/unit";
import { readPerson } from "../read-person";
import { type ExportFile, filesOfExport } from "./files-of-export";

export type ContactExport = { filename: string; files: AsyncIterable<ExportFile> };

/**
 * Everything that is kept of a person, file by file, read while it is written out: nothing is held in memory. The audit
 * log has it before the first byte. `textOf`: plain words of a failure. Errors: `forbidden`, `not_found`. Epoch ms.
 */
export async function exportContact(
  actor: Actor,
  { contactId, textOf }: { contactId: string; textOf: (reason: string) => FailureText },
  now = Date.now(),
): Promise<Result<ContactExport>> {
  if (!can(actor, "privacy.manage")) return fail("forbidden", "Only an admin exports a person");
  const person = await readPerson(actor, contactId);
  if (!person.ok) return person;
  const subject = { kind: "contact", id: person.data.contact.id } as const;
  await inUnit((unit) => leaveAuditEntry(unit, actor, { action: "contact.exported", subject }, now));
  const day = new Date(now).toISOString().slice(0, 10);
  return ok({ filename: `customer-data-${day}.zip`, files: filesOfExport(person.data, { textOf, now }) });
}
