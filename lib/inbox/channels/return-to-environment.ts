import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { changeChannel } from "./change-channel";

/** Whether the environment names this number or account and has a token for it. */
export function isOfEnvironment({ type, providerId }: Pick<Channel, "type" | "providerId">): boolean {
  const values = env();
  return type === "whatsapp"
    ? values.WHATSAPP_PHONE_NUMBER_ID === providerId && Boolean(values.WHATSAPP_ACCESS_TOKEN)
    : values.INSTAGRAM_ACCOUNT_ID === providerId && Boolean(values.INSTAGRAM_ACCESS_TOKEN);
}

/** Gives a channel back to the environment: what was entered for it is deleted. `conflict` when it is not named there. */
export function returnToEnvironment(
  actor: Actor,
  { channelId }: { channelId: string },
  now = Date.now(),
): Promise<Result<null>> {
  return changeChannel(
    actor,
    channelId,
    (channel) => {
      if (!isOfEnvironment(channel)) return fail("conflict", "The environment does not name this channel.");
      const { WHATSAPP_BUSINESS_ACCOUNT_ID, INSTAGRAM_PAGE_ID } = env();
      const isNumber = channel.type === "whatsapp";
      return ok({
        channel: {
          ...channel,
          source: "env",
          isConnected: true,
          login: null,
          wabaId: isNumber ? (WHATSAPP_BUSINESS_ACCOUNT_ID ?? null) : null,
          pageId: isNumber ? null : (INSTAGRAM_PAGE_ID ?? null),
          credentials: null,
          tokenInfo: null,
          pause: null,
          disconnectedAt: null,
        },
        action: "channel.returned_to_environment",
      });
    },
    now,
  );
}
