import { z } from "zod";
import { WebhookItemOutcome } from "./webhook-event";

export const documentKinds = [
  "conversation",
  "message",
  "contact",
  "identity",
  "provider_message",
  "outbox",
  "download",
  "channel",
  "template",
  "other",
] as const;

const RehearsedDocument = z.object({
  kind: z.enum(documentKinds),
  change: z.enum(["created", "changed", "deleted"]),
  /** Names of the fields that would change, never what is in them. */
  fields: z.array(z.string()),
  /** The thread that it belongs to, for a link. */
  conversationId: z.string().nullable(),
});
export type RehearsedDocument = z.infer<typeof RehearsedDocument>;

/** What processing an event again would do, found out without doing it. */
export const Rehearsal = z.object({
  items: z.array(WebhookItemOutcome),
  documents: z.array(RehearsedDocument),
  /** Documents that would change beyond those listed. */
  moreDocuments: z.number(),
  /** Documents that were looked at and would stay as they are. */
  unchanged: z.number(),
  /** Conversations in which something would go out. */
  sends: z.number(),
  /** Files that would be fetched. */
  downloads: z.number(),
  /** Contacts found to be the same person, whose threads would move. */
  merges: z.number(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

export type RehearsalVerdict = "applied" | "unchanged" | "failing";

/** What would become of the event: something changes, nothing does, or it fails. Pure. */
export function verdictOf({ items, documents }: Pick<Rehearsal, "items" | "documents">): RehearsalVerdict {
  if (items.some(({ outcome }) => outcome === "failed")) return "failing";
  return documents.length > 0 ? "applied" : "unchanged";
}
