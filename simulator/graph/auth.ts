import type { Context } from "../http/context";
import { isTokenGood, standingOf } from "../world/standing";
import type { ChannelType } from "../world/types";
import { GraphError } from "./errors";

/** The channels a request's token opens. Throws 200 without a token and 190 with one Meta does not know. */
export function authorise(context: Context): ChannelType[] {
  const token = tokenOf(context);
  if (!token) {
    throw new GraphError({ code: 200, message: "Provide valid app ID", httpStatus: 401 });
  }
  const { world } = context;
  const { whatsapp, instagram } = world.options;
  const isGood = (id: string) => isTokenGood(standingOf(world, id), world.now());
  const channels: ChannelType[] = [];
  if (token === whatsapp.token && isGood(whatsapp.phoneNumberId)) channels.push("whatsapp");
  if (token === instagram.token && isGood(instagram.accountId)) channels.push("instagram");
  if (channels.length === 0 && !isAppToken(context)) {
    throw new GraphError({ code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
  }
  return channels;
}

/** Whether the request speaks as the app itself: its id and secret. */
export function isAppToken(context: Context): boolean {
  const { appId, appSecret } = context.world.options;
  return tokenOf(context) === `${appId}|${appSecret}`;
}

function tokenOf(context: Context): string | null {
  const header = context.request.headers.authorization ?? "";
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header)?.[1];
  return bearer?.trim() || context.url.searchParams.get("access_token");
}
