import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import {
  cutoffOf,
  type RetentionDays,
  type RetentionKind,
  type RetentionPreview,
  retentionKinds,
} from "@/lib/domain/retention";
import { auditBefore } from "@/lib/store/audit-log";
import {
  fileMessagesBetween,
  finishedEventsBefore,
  messagesBefore,
  sessionsOverBefore,
} from "@/lib/store/old-rows";
import { joinSpans, nothing, spanOf } from "@/lib/store/span-of";
import { previewContacts } from "./old-contacts";
import { readRetention } from "./read";

export type RetentionPreviews = Record<RetentionKind, RetentionPreview>;

/** What would go if things were kept for so long: how many, the oldest and the newest, never what. `forbidden`. */
export async function previewRetention(
  actor: Actor,
  days: RetentionDays,
  now = Date.now(),
): Promise<Result<RetentionPreviews>> {
  if (!can(actor, "privacy.manage"))
    return fail("forbidden", "Only an admin decides how long things are kept");
  const { filesDroppedTo } = await readRetention();
  const entries = await Promise.all(
    retentionKinds.map(async (kind) => {
      const cutoff = cutoffOf(days[kind], now);
      return [kind, cutoff === null ? nothing : await previews[kind](cutoff, filesDroppedTo)] as const;
    }),
  );
  return ok(Object.fromEntries(entries) as RetentionPreviews);
}

const previews: Record<RetentionKind, (cutoff: number, from: number) => Promise<RetentionPreview>> = {
  media: (cutoff, from) =>
    from >= cutoff ? Promise.resolve(nothing) : spanOf(fileMessagesBetween(from, cutoff), "sentAt"),
  messages: (cutoff) => spanOf(messagesBefore(cutoff), "sentAt"),
  webhookEvents: async (cutoff) => {
    const spans = (["processed", "ignored"] as const).map((state) => finishedEventsBefore(state, cutoff));
    const [processed, ignored] = await Promise.all(spans.map((query) => spanOf(query, "receivedAt")));
    return joinSpans(processed ?? nothing, ignored ?? nothing);
  },
  contacts: previewContacts,
  sessions: (cutoff) => spanOf(sessionsOverBefore(cutoff), "expiresAt"),
  auditEntries: (cutoff) => spanOf(auditBefore(cutoff), "at"),
};
