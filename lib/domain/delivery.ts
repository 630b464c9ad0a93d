import { z } from "zod";

/** Steps of an outbound message. `accepted` is the Graph API's 200; it shows as `sent`. */
export const deliverySteps = [
  "queued",
  "sending",
  "unconfirmed",
  "accepted",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
] as const;
export const DeliveryStep = z.enum(deliverySteps);
export type DeliveryStep = z.infer<typeof DeliveryStep>;

/** Epoch milliseconds a step was first reached. */
export const Timeline = z.partialRecord(DeliveryStep, z.number());
export type Timeline = z.infer<typeof Timeline>;

export const messageStatuses = [
  "received",
  "queued",
  "sending",
  "unconfirmed",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
] as const;
export const MessageStatus = z.enum(messageStatuses);
export type MessageStatus = z.infer<typeof MessageStatus>;

/**
 * The status a timeline amounts to. It only climbs, and it depends on the set of steps alone, so statuses in any
 * order end in the same status: played > read > delivered > failed > sent > unconfirmed > sending > queued.
 */
export function statusOf(timeline: Timeline): MessageStatus {
  if (timeline.played !== undefined) return "played";
  if (timeline.read !== undefined) return "read";
  if (timeline.delivered !== undefined) return "delivered";
  if (timeline.failed !== undefined) return "failed";
  if (timeline.sent !== undefined || timeline.accepted !== undefined) return "sent";
  if (timeline.unconfirmed !== undefined) return "unconfirmed";
  if (timeline.sending !== undefined) return "sending";
  return "queued";
}

/** Adds a step; a step already reached keeps its earliest time. Pure. */
export function markStep(timeline: Timeline, step: DeliveryStep, at: number): Timeline {
  const known = timeline[step];
  if (known !== undefined && known <= at) return timeline;
  return { ...timeline, [step]: at };
}
