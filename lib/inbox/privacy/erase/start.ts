import { ulid } from "ulid";
import type { Contact } from "@/lib/domain/contact";
import { type Erasure, nothingErased } from "@/lib/domain/erasure";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { addAuditEntry } from "@/lib/store/audit-log";
import { contacts } from "@/lib/store/contacts";
import { erasedPeople } from "@/lib/store/erased-people";
import { erasures } from "@/lib/store/erasures";
import { inUnit, type Unit } from "@/lib/store/unit";
import { contactFamily } from "../contact-family";
import { erasedKeyOf, type PersonName } from "../erased-person";

/**
 * Begins to erase a person: from this moment nothing is sent to them, and what Meta tells of them waits or is dropped.
 * `runErasure` does the rest. Errors: `forbidden`, `not_found`, `conflict` when it runs already. `now` in epoch ms.
 */
export async function startErasure(
  actor: Actor,
  { contactId }: { contactId: string },
  now = Date.now(),
): Promise<Result<Erasure>> {
  if (!can(actor, "privacy.manage")) return fail("forbidden", "Only an admin erases a person");
  const family = await contactFamily(contactId);
  const [person] = family;
  if (!person) return fail("not_found", "There is no such contact");
  const pseudonym = await pseudonymOf(person.id);
  return inUnit(
    async (unit) => {
      const members = await readAll(unit, family);
      const current = members.find(({ id }) => id === person.id);
      if (!current) return fail("not_found", "There is no such contact");
      if (current.erasingAt) return fail("conflict", "This person is being erased already");
      if (current.mergedInto) return fail("conflict", "This person became part of another just now");
      const erasure = newErasure(actor, members, pseudonym, now);
      for (const member of members) unit.set(contacts().doc(member.id), { ...member, erasingAt: now });
      await keepErased(unit, erasure, current);
      await unit.get(erasures().doc(erasure.id));
      unit.set(erasures().doc(erasure.id), erasure);
      const subject = { kind: "contact", id: person.id } as const;
      const entry = await auditEntry(actor, { action: "contact.erasure_started", subject }, now);
      unit.finally((tx) => addAuditEntry(tx, entry));
      return ok(erasure);
    },
    [person.id],
  );
}

async function readAll(unit: Unit, family: readonly Contact[]): Promise<Contact[]> {
  const refs = family.map(({ id }) => contacts().doc(id));
  await unit.load(refs);
  const rows = await Promise.all(refs.map((ref) => unit.get(ref)));
  return rows.filter((row) => row !== null);
}

function namesOf(members: readonly Contact[]): PersonName[] {
  const names = members.flatMap(({ identities, username }) => [
    ...identities,
    ...(username ? [{ kind: "username", value: username }] : []),
  ]);
  return [...new Map(names.map((name) => [`${name.kind}:${name.value}`, name])).values()];
}

/** By pseudonym only. A word against marketing outlives the erasure: it was said so as not to be written to. */
async function keepErased(unit: Unit, erasure: Erasure, { marketingOptOut }: Contact): Promise<void> {
  const { id: erasureId, startedAt: erasedAt } = erasure;
  const optedOutAt = marketingOptOut?.isOptedOut ? marketingOptOut.at : null;
  for (const name of erasure.subject?.names ?? []) {
    const ref = erasedPeople().doc(await erasedKeyOf(name));
    await unit.get(ref);
    // A username changes hands, so it keeps nobody's word.
    const kept = name.kind === "username" ? null : optedOutAt;
    unit.set(ref, { id: ref.id, erasureId, erasedAt, optedOutAt: kept });
  }
}

function newErasure(actor: Actor, members: readonly Contact[], pseudonym: string, now: number): Erasure {
  const contactIds = members.map(({ id }) => id);
  return {
    id: ulid(now),
    state: "running",
    subject: {
      contactId: contactIds[0] ?? "",
      contactIds,
      names: namesOf(members),
      conversationIds: [],
    },
    pseudonym,
    requestedBy: { kind: actor.kind, id: actor.id, name: actor.name },
    step: "merges",
    cursor: null,
    waitingSince: null,
    counts: nothingErased,
    startedAt: now,
    finishedAt: null,
    dueAt: now,
    leaseUntil: null,
  };
}
