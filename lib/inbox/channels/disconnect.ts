import type { Actor } from "@/lib/domain/member";
import { ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";

/**
 * Ends a channel's sending and receiving. What was written stays; the token and the verify token are deleted now, the app
 * secrets a week later, because Meta goes on delivering. One of the environment stays disconnected at the next start too.
 */
export function disconnectChannel(
  actor: Actor,
  { channelId }: { channelId: string },
  now = Date.now(),
): Promise<Result<null>> {
  return changeChannel(
    actor,
    channelId,
    (channel) => {
      const { credentials, isConnected, disconnectedAt } = channel;
      return ok({
        channel: {
          ...channel,
          source: "settings",
          isConnected: false,
          pause: null,
          credentials: credentials && { ...credentials, token: null, verifyToken: null },
          tokenInfo: null,
          disconnectedAt: isConnected ? now : (disconnectedAt ?? now),
        },
        action: "channel.disconnected",
      });
    },
    now,
  );
}
