import { ulid } from "ulid";
import { checkInteractive } from "@/lib/channels/check-interactive";
import type { ChannelType } from "@/lib/domain/channel";
import type { Interactive } from "@/lib/domain/interactive";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SavedInteractive } from "@/lib/domain/saved-interactive";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { savedInteractives } from "@/lib/store/saved-interactives";
import { toStorable } from "@/lib/store/storable";
import { inTransaction } from "@/lib/store/transaction";

const MOST = 200;

/** Keeps a message for the team. Errors: `forbidden`, those of `checkInteractive`, `too_large` when there are too many. */
export async function saveInteractive(input: {
  actor: Actor;
  channel: ChannelType;
  name: string;
  interactive: Interactive;
  /** Epoch ms. */
  now?: number;
}): Promise<Result<SavedInteractive>> {
  const { actor, channel, name, interactive, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  const checked = checkInteractive(channel, interactive);
  if (!checked.ok) return checked;
  const known = await savedInteractives().count().get();
  if (known.data().count >= MOST) return fail("too_large", "There are too many saved messages");
  const row = { id: ulid(now), channel, name, interactive, createdBy: actor.id, createdAt: now };
  const subject = { kind: "saved_interactive", id: row.id, name } as const;
  const entry = await auditEntry(
    actor,
    { action: "saved_interactive.added", subject, detail: { channel } },
    now,
  );
  await inTransaction(async (tx) => {
    tx.create(savedInteractives().doc(row.id), toStorable(row));
    addAuditEntry(tx, entry);
  });
  return ok(row);
}
