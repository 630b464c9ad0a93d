import type { Actor } from "@/lib/domain/member";
import { ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";

/** Gives a channel another name in Parley; customers see Meta's. */
export function renameChannel(
  actor: Actor,
  { channelId, name }: { channelId: string; name: string },
  now = Date.now(),
): Promise<Result<null>> {
  return changeChannel(
    actor,
    channelId,
    (channel) =>
      ok({ channel: { ...channel, name }, action: "channel.renamed", detail: { from: channel.name } }),
    now,
  );
}
