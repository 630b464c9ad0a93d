import { isDeepStrictEqual } from "node:util";
import type { AuditDetail } from "@/lib/domain/audit";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { inTransaction } from "@/lib/store/transaction";
import { changed } from "./changed";

type Change = Result<{ channel: Channel; action: string; detail?: AuditDetail }>;

/**
 * Changes a channel by what `change` makes of it, tells the audit log and everyone who looks; what
 * makes no difference is not told. `change` may be called more than once. Errors: `forbidden`, `not_found`, and those of `change`.
 */
export async function changeChannel(
  actor: Actor,
  channelId: string,
  change: (channel: Channel) => Change,
  now: number,
): Promise<Result<null>> {
  if (!can(actor, "channel.manage")) return fail("forbidden", "Only admins change channels.");
  if (channelId.includes("/")) return fail("not_found", "There is no such channel.");
  const ref = channels().doc(channelId);
  const done = await inTransaction<Result<null>>(async (tx) => {
    const channel = (await tx.get(ref)).data();
    if (!channel) return fail("not_found", "There is no such channel.");
    const next = change(channel);
    if (!next.ok) return next;
    if (isDeepStrictEqual(next.data.channel, channel)) return ok(null);
    const { action, detail } = next.data;
    const subject = { kind: "channel", id: channelId, name: next.data.channel.name } as const;
    addAuditEntry(tx, await auditEntry(actor, { action, subject, detail }, now));
    tx.set(ref, { ...next.data.channel, updatedAt: now });
    addFeedRow(tx, { kind: "channel", subjectId: channelId });
    return ok(null);
  });
  if (done.ok) await changed(channelId, now);
  return done;
}
