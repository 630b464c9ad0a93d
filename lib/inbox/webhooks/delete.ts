import type { Actor } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { deleteDeliveries } from "@/lib/store/webhook-deliveries";
import { changeWebhook } from "./change";

/** Takes a webhook out, its log with it. */
export async function deleteWebhook(
  actor: Actor,
  { id }: { id: string },
  now = Date.now(),
): Promise<Result<null>> {
  const gone = await changeWebhook(actor, id, { what: "deleted", next: () => null }, now);
  if (gone.ok) await deleteDeliveries("subscriptionId", id);
  return gone;
}
