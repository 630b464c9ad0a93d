import { ulid } from "ulid";
import type { Actor, Member, Role } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { findMemberByEmail, normaliseEmail } from "./find-member";
import { knownChannels } from "./member-channels";

export type NewMember = {
  email: string;
  name: string;
  role: Role;
  /** The only channels they see; null or unset: all. */
  channelIds?: readonly string[] | null;
};

/** Adds a person who may sign in once they prove who they are. `conflict` when the email is taken. */
export async function createMember(
  actor: Actor,
  { email, name, role, channelIds = null }: NewMember,
  now = Date.now(),
): Promise<Result<Member>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins add members.");
  const chosen = await knownChannels(channelIds);
  if (chosen?.channelIds.length === 0) return fail("bad_request", "Choose one channel at least.");
  const member: Member = {
    id: ulid(now),
    email: normaliseEmail(email),
    name: name.trim(),
    role,
    isActive: true,
    channelIds: chosen?.channelIds ?? null,
    firebaseUid: null,
    lastSeenAt: null,
    createdAt: now,
    updatedAt: now,
  };
  return inTransaction(async (tx) => {
    if (await findMemberByEmail(member.email, tx)) return fail("conflict", "This email is a member already.");
    const subject = { kind: "member", id: member.id, name: member.name } as const;
    const entry = await auditEntry(actor, { action: "member.added", subject, detail: { role } }, now);
    tx.create(members().doc(member.id), member);
    addFeedRow(tx, { kind: "member", subjectId: member.id });
    addAuditEntry(tx, entry);
    return ok(member);
  });
}
