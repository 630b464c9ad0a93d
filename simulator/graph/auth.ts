import type { Context } from "../http/context";
import type { ChannelType } from "../world/types";
import { GraphError } from "./errors";

/** The channels a request's token opens. Throws 200 without a token and 190 with one Meta does not know. */
export function authorise(context: Context): ChannelType[] {
  const token = tokenOf(context);
  if (!token) {
    throw new GraphError({ code: 200, message: "Provide valid app ID", httpStatus: 401 });
  }
  const { whatsapp, instagram, appId, appSecret } = context.world.options;
  const channels: ChannelType[] = [];
  if (token === whatsapp.token) channels.push("whatsapp");
  if (token === instagram.token) channels.push("instagram");
  const isAppToken = token === `${appId}|${appSecret}`;
  if (channels.length === 0 && !isAppToken) {
    throw new GraphError({ code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
  }
  return channels;
}

function tokenOf(context: Context): string | null {
  const header = context.request.headers.authorization ?? "";
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header)?.[1];
  return bearer?.trim() || context.url.searchParams.get("access_token");
}
