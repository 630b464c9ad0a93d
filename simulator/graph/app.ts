import type { Json } from "../http/json";
import { webhookUrl } from "../webhooks/post";
import { appStandingOf } from "../world/standing";
import type { ChannelType } from "../world/types";
import type { World } from "../world/world";
import { isAppToken } from "./auth";
import type { Answer, Call } from "./call";
import { GraphError } from "./errors";

const objects: Record<ChannelType, string> = {
  whatsapp: "whatsapp_business_account",
  instagram: "instagram",
};

/** What an app is usually subscribed to; each of these has a reader in Parley. */
const usualFields: Record<ChannelType, string[]> = {
  whatsapp: [
    "messages",
    "message_template_status_update",
    "message_template_quality_update",
    "message_template_components_update",
    "template_category_update",
    "phone_number_quality_update",
    "phone_number_name_update",
    "account_update",
    "account_alerts",
    "account_review_update",
    "business_capability_update",
    "user_preferences",
    "smb_message_echoes",
  ],
  instagram: [
    "messages",
    "messaging_postbacks",
    "messaging_seen",
    "message_reactions",
    "messaging_referral",
    "message_edit",
  ],
};

/** `GET /{app}/subscriptions`, with the app's own token: the webhook of each object, where it goes, and its fields. */
export function listSubscriptions({ context }: Call): Answer {
  const { world } = context;
  if (!isAppToken(context)) {
    throw new GraphError({ code: 15, message: "(#15) This method must be called with an app access_token." });
  }
  return { body: { data: (["whatsapp", "instagram"] as const).flatMap((channel) => rowOf(world, channel)) } };
}

function rowOf(world: World, channel: ChannelType): Json[] {
  const { appUrl } = world.state.delivery;
  const { callbackUrl, fields, isActive } = appStandingOf(world).webhooks?.[channel] ?? {};
  const usual = world.state.webhookUrls?.[channel] ?? (appUrl && webhookUrl(appUrl, channel));
  const address = callbackUrl === undefined ? usual : callbackUrl;
  if (!address) return [];
  return [
    {
      object: objects[channel],
      callback_url: address,
      active: isActive ?? true,
      fields: (fields ?? usualFields[channel]).map((name) => ({ name, version: "v26.0" })),
    },
  ];
}
