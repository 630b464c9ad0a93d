import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { channels } from "@/lib/store/channels";
import { isDocumentId } from "@/lib/store/document-id";

/** A channel for somebody who manages channels. `forbidden`, `not_found`. */
export async function managedChannel(actor: Actor, channelId: string): Promise<Result<Channel>> {
  if (!can(actor, "channel.manage")) return fail("forbidden", "Only admins manage channels.");
  const channel = isDocumentId(channelId) ? (await channels().doc(channelId).get()).data() : undefined;
  return channel ? ok(channel) : fail("not_found", "There is no such channel.");
}
