import { MAX_APP_SECRETS } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";
import { managedChannel } from "./managed-channel";
import { sealFor } from "./seal-channel";
import { appSecretsOf } from "./secrets";

/** One more app secret, while it is changed at Meta: webhooks signed with any of them are taken. `conflict`: it is there. */
export async function addAppSecret(
  actor: Actor,
  { channelId, secret }: { channelId: string; secret: string },
  now = Date.now(),
): Promise<Result<null>> {
  const read = await managedChannel(actor, channelId);
  if (!read.ok) return read;
  if ((await appSecretsOf(read.data)).includes(secret))
    return fail("conflict", "This secret is there already.");
  const sealed = await sealFor(channelId, "appSecret", secret);
  if (!sealed.ok) return sealed;
  return changeChannel(
    actor,
    channelId,
    (channel) => {
      const { credentials, isConnected } = channel;
      if (!credentials || !isConnected || credentials.appSecrets.length >= MAX_APP_SECRETS) {
        return fail("conflict", "The channel takes no further secret.");
      }
      const appSecrets = [sealed.data, ...credentials.appSecrets];
      return ok({
        channel: { ...channel, credentials: { ...credentials, appSecrets } },
        action: "channel.app_secret_added",
      });
    },
    now,
  );
}
