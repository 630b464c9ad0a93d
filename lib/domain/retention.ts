import { z } from "zod";

/** What is kept for a time of its own, in the order in which it is applied: files before their messages. */
export const retentionKinds = [
  "media",
  "messages",
  "webhookEvents",
  "contacts",
  "sessions",
  "auditEntries",
] as const;
export const RetentionKind = z.enum(retentionKinds);
export type RetentionKind = z.infer<typeof RetentionKind>;

/** The audit log has to answer for a year at least. */
const leastDays: Record<RetentionKind, number> = {
  media: 7,
  messages: 7,
  webhookEvents: 7,
  contacts: 30,
  sessions: 1,
  auditEntries: 365,
};
const MOST_DAYS = 3650;

const daysOf = (kind: RetentionKind) => z.number().int().min(leastDays[kind]).max(MOST_DAYS).nullable();

/** For how many days each kind is kept; null: for ever. */
export const RetentionDays = z.object({
  media: daysOf("media"),
  messages: daysOf("messages"),
  webhookEvents: daysOf("webhookEvents"),
  contacts: daysOf("contacts"),
  sessions: daysOf("sessions"),
  auditEntries: daysOf("auditEntries"),
});
export type RetentionDays = z.infer<typeof RetentionDays>;

/** `settings/retention`. `filesDroppedTo`: how far (epoch ms) files were looked through; earlier ones are gone. */
export const RetentionSettings = z.object({
  id: z.string(),
  days: RetentionDays,
  filesDroppedTo: z.number(),
  appliedAt: z.number().nullable(),
  updatedAt: z.number(),
});
export type RetentionSettings = z.infer<typeof RetentionSettings>;

/** Nothing is deleted that nobody asked for, but for devices on which nobody has been signed in for a month. */
export const noRetention: RetentionSettings = {
  id: "retention",
  days: {
    media: null,
    messages: null,
    webhookEvents: null,
    contacts: null,
    sessions: 30,
    auditEntries: null,
  },
  filesDroppedTo: 0,
  appliedAt: null,
  updatedAt: 0,
};

/** What would go. `isMore`: there are more than were counted. Times in epoch ms, null when nothing would go. */
export type RetentionPreview = {
  count: number;
  isMore: boolean;
  oldestAt: number | null;
  newestAt: number | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is older than this goes; null when all of it is kept. Epoch ms. Pure. */
export function cutoffOf(days: number | null, now: number): number | null {
  return days === null ? null : now - days * DAY_MS;
}

/** The fewest and most days that may be chosen for a kind. Pure. */
export const daysAllowed = (kind: RetentionKind): { least: number; most: number } => ({
  least: leastDays[kind],
  most: MOST_DAYS,
});
