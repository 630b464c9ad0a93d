import type { AuditDetail } from "@/lib/domain/audit";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";

/** What an audit entry about a webhook says. */
export function auditedWebhook(
  what: string,
  { id, name }: Pick<WebhookSubscription, "id" | "name">,
  detail: AuditDetail = {},
) {
  return { action: `webhook.${what}`, subject: { kind: "webhook" as const, id, name }, detail };
}

/** Where it leads and what it tells. The path may hold a secret of the receiver's, so only the host is kept. */
export function detailOf({
  url,
  events,
  channelIds,
}: Pick<WebhookSubscription, "url" | "events" | "channelIds">): AuditDetail {
  return { host: new URL(url).host, events: events.join(", "), channels: channelIds?.join(", ") ?? "all" };
}
