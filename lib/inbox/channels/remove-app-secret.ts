import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";
import { secretId } from "./secrets";

/** Takes an app secret out that Meta signs with no more. `conflict` for the last one: nothing could be checked then. */
export function removeAppSecret(
  actor: Actor,
  { channelId, id }: { channelId: string; id: string },
  now = Date.now(),
): Promise<Result<null>> {
  return changeChannel(
    actor,
    channelId,
    (channel) => {
      const { credentials } = channel;
      const appSecrets = (credentials?.appSecrets ?? []).filter((sealed) => secretId(sealed) !== id);
      if (!credentials || appSecrets.length === 0) return fail("conflict", "The last secret stays.");
      if (appSecrets.length === credentials.appSecrets.length) return fail("not_found", "No such secret.");
      return ok({
        channel: { ...channel, credentials: { ...credentials, appSecrets } },
        action: "channel.app_secret_removed",
      });
    },
    now,
  );
}
