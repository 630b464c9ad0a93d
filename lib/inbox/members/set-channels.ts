import type { Actor, Member } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { knownChannels } from "./member-channels";

/**
 * Chooses which channels a member sees; null: all, those to come too. Open browsers of theirs follow at once, without
 * signing in again. Admins see every channel whatever is chosen. `not_found`; `bad_request` when no channel is left.
 */
export async function setMemberChannels(
  actor: Actor,
  { uid, channelIds }: { uid: string; channelIds: readonly string[] | null },
  now = Date.now(),
): Promise<Result<Member>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins manage members.");
  const chosen = await knownChannels(channelIds);
  if (chosen?.channelIds.length === 0) return fail("bad_request", "Choose one channel at least.");
  return inTransaction(async (tx) => {
    const member = (await tx.get(members().doc(uid))).data();
    if (!member) return fail("not_found", "There is no such member.");
    const changed: Member = { ...member, channelIds: chosen?.channelIds ?? null, updatedAt: now };
    if (isSame(member.channelIds ?? null, changed.channelIds ?? null)) return ok(member);
    const entry = await auditEntry(
      actor,
      {
        action: "member.channels_changed",
        subject: { kind: "member", id: uid, name: member.name },
        detail: { channels: chosen?.names.join(", ") ?? "", count: chosen?.names.length ?? 0 },
      },
      now,
    );
    tx.set(members().doc(uid), changed);
    addAuditEntry(tx, entry);
    addFeedRow(tx, { kind: "member", subjectId: uid });
    return ok(changed);
  });
}

const isSame = (a: readonly string[] | null, b: readonly string[] | null) =>
  a === null || b === null ? a === b : a.toSorted().join() === b.toSorted().join();
