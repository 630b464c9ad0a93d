import type { Contact } from "@/lib/domain/contact";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { noteOptOut } from "@/lib/inbox/contacts/note-opt-out";
import { currentContact } from "@/lib/inbox/outbound/locate";
import { addAuditEntry } from "@/lib/store/audit-log";
import { isDocumentId } from "@/lib/store/document-id";
import { inUnit } from "@/lib/store/unit";

/**
 * Writes down by hand that a person wants no marketing messages, or wants them again, and why. Errors: `forbidden`,
 * `not_found`. `now` in epoch ms.
 */
export async function setOptOut(
  actor: Actor,
  { contactId, isOptedOut, reason }: { contactId: string; isOptedOut: boolean; reason: string },
  now = Date.now(),
): Promise<Result<null>> {
  if (!can(actor, "privacy.manage") || actor.kind === "system") {
    return fail("forbidden", "Only an admin changes this by hand");
  }
  if (!isDocumentId(contactId)) return fail("not_found", "There is no such contact");
  const by = { kind: actor.kind, id: actor.id, name: actor.name };
  const source = actor.kind === "member" ? "member" : "api";
  return inUnit(
    async (unit) => {
      const contact = await currentContact(unit, contactId);
      if (!contact || isBeingErased(contact)) return fail("not_found", "There is no such contact");
      const told = { isOptedOut, at: now, source, channelId: null, messageId: null, by, reason } as const;
      await noteOptOut(unit, contact.id, told, now);
      const action = isOptedOut ? "contact.opted_out" : "contact.opted_in";
      const entry = await auditEntry(actor, { action, subject: { kind: "contact", id: contact.id } }, now);
      unit.finally((tx) => addAuditEntry(tx, entry));
      return ok(null);
    },
    [contactId],
  );
}

const isBeingErased = ({ erasingAt }: Contact): boolean => Boolean(erasingAt);
