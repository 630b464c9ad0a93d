import type { Actor } from "@/lib/domain/member";
import { reachOf } from "@/lib/domain/permissions";
import type { WebhookEvent } from "@/lib/domain/webhook-event";

/** Whether an event is an actor's to see: those who are kept to some channels see what is for these and no other. Pure. */
export function reachesEvent(actor: Actor, event: Pick<WebhookEvent, "channelIds">): boolean {
  const reach = reachOf(actor);
  if (reach === null) return true;
  const channelIds = event.channelIds ?? [];
  return channelIds.length > 0 && channelIds.every((id) => reach.includes(id));
}
