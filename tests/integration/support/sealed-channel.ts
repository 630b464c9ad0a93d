import type { Channel } from "@/lib/domain/channel";
import type { Sealed } from "@/lib/domain/sealed";
import { placeOf, type SecretField } from "@/lib/inbox/channels/secrets";
import { sealSecret } from "@/lib/inbox/seal/seal";

/** A channel as one connected in the settings, its secrets sealed under the environment's key. */
export async function withSecrets(
  channel: Channel,
  secrets: { token?: string; appSecrets?: string[]; verifyToken?: string },
): Promise<Channel> {
  const sealed = async (field: SecretField, plain: string): Promise<Sealed> => {
    const done = await sealSecret(plain, placeOf(channel.id, field));
    if (!done.ok) throw new Error(done.error.code);
    return done.data;
  };
  return {
    ...channel,
    source: "settings",
    credentials: {
      token: secrets.token ? await sealed("token", secrets.token) : null,
      appSecrets: await Promise.all((secrets.appSecrets ?? []).map((one) => sealed("appSecret", one))),
      verifyToken: secrets.verifyToken ? await sealed("verifyToken", secrets.verifyToken) : null,
    },
  };
}
