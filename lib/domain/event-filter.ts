import { z } from "zod";
import { ChannelType } from "./channel";
import { type WebhookEvent, WebhookEventState } from "./webhook-event";

const Moment = z.coerce.number().int().min(0).max(8.64e15);

/** Which webhook events are meant. Times in epoch ms, `from` included, `to` not. */
export const EventFilter = z.object({
  channel: ChannelType.optional(),
  state: WebhookEventState.optional(),
  /** A kind (`message.text`) or a family of kinds (`message`). */
  kind: z
    .string()
    .regex(/^[\w.]{1,80}$/)
    .optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  /** An id that stands in them, whole: of a message, a person, a phone number, an account, a channel, an event. */
  id: z.string().trim().min(1).max(600).optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

/** Whether an event is meant by all of a filter but its `id` and its times, which the store looks after. Pure. */
export function isMeant(
  filter: EventFilter,
  event: Pick<WebhookEvent, "channel" | "state" | "kinds">,
): boolean {
  if (filter.channel && event.channel !== filter.channel) return false;
  if (filter.state && event.state !== filter.state) return false;
  return !filter.kind || (event.kinds ?? []).includes(filter.kind);
}
