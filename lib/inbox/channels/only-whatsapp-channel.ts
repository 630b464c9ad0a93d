import type { Actor } from "@/lib/domain/member";
import { mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { channels } from "@/lib/store/channels";

/** The id of the one connected WhatsApp number that an actor reaches, for callers that name none. `bad_request` when there are several. */
export async function onlyWhatsAppChannel(actor: Actor): Promise<Result<string>> {
  const snapshot = await channels().get();
  const numbers = snapshot.docs
    .map((document) => document.data())
    .filter((channel) => channel.type === "whatsapp" && channel.isConnected && mayReach(actor, channel.id));
  const [first, ...others] = numbers;
  if (!first) return fail("not_found", "No WhatsApp number is connected.");
  if (others.length > 0)
    return fail("bad_request", "Several WhatsApp numbers are connected: say which one with channelId.");
  return ok(first.id);
}
