import type { Json } from "../http/json";
import { allAccounts } from "../world/accounts";
import { isTokenGood, standingOf } from "../world/standing";
import { idOf } from "../world/tokens";
import type { ChannelType } from "../world/types";
import type { Answer, Call } from "./call";
import { paramError } from "./errors";

const scopes: Record<"whatsapp" | "instagram", string[]> = {
  whatsapp: ["whatsapp_business_management", "whatsapp_business_messaging", "public_profile"],
  instagram: [
    "instagram_basic",
    "instagram_manage_messages",
    "pages_manage_metadata",
    "pages_show_list",
    "pages_messaging",
  ],
};

/** `GET /debug_token?input_token=`: what a token may do; an unknown one is `is_valid: false`, not an error. */
export function debugToken({ context }: Call): Answer {
  const { world } = context;
  const { options } = world;
  const token = context.url.searchParams.get("input_token");
  if (!token) throw paramError("The parameter input_token is required.");
  const named = allAccounts(world).filter(
    (account) =>
      account.token === token && !(account.channel === "instagram" && account.login === "instagram"),
  );
  const channels = [...new Set(named.map(({ channel }) => channel))];
  const first = named[0];
  if (!first) {
    const error = { code: 190, message: "Invalid OAuth access token - Cannot parse access token" };
    return { body: { data: { error, is_valid: false, scopes: [] } } };
  }
  const targetsOf = (channel: ChannelType) =>
    named.flatMap((account) => {
      if (account.channel !== channel) return [];
      return [account.channel === "whatsapp" ? account.wabaId : account.accountId];
    });
  const standing = standingOf(world, idOf(first));
  const expiresAt = standing.token?.expiresAt ?? null;
  const granted = standing.token?.scopes ?? channels.flatMap((channel) => scopes[channel]);
  const data: Json = {
    app_id: standing.token?.appId ?? options.appId,
    type: channels.includes("whatsapp") ? "SYSTEM_USER" : "PAGE",
    application: "Parley",
    data_access_expires_at: 0,
    expires_at: expiresAt === null ? 0 : Math.floor(expiresAt / 1000),
    is_valid: isTokenGood(standing, world.now()),
    issued_at: 1_780_000_000,
    scopes: granted,
    granular_scopes: channels.flatMap((channel) =>
      granted
        .filter((scope) => scopes[channel].includes(scope))
        .map((scope) => ({ scope, target_ids: targetsOf(channel) })),
    ),
    user_id: "122100000000000001",
  };
  return { body: { data } };
}
