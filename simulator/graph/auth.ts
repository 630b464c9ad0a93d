import type { Context } from "../http/context";
import { type Account, allAccounts } from "../world/accounts";
import { opens } from "../world/tokens";
import { GraphError } from "./errors";

/** The accounts a request's token opens. Throws 200 without a token and 190 with one Meta does not know. */
export function authorise(context: Context): Account[] {
  const token = tokenOf(context);
  if (!token) {
    throw new GraphError({ code: 200, message: "Provide valid app ID", httpStatus: 401 });
  }
  const { world } = context;
  const accounts = allAccounts(world).filter((account) => opens(world, account, token));
  if (accounts.length === 0 && !isAppToken(context)) {
    throw new GraphError({ code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
  }
  return accounts;
}

/** Whether the request speaks as the app itself: its id and secret. */
export function isAppToken(context: Context): boolean {
  const { appId, appSecret } = context.world.options;
  const secrets = [appSecret, ...allAccounts(context.world).flatMap((account) => account.appSecret ?? [])];
  return secrets.some((secret) => tokenOf(context) === `${appId}|${secret}`);
}

function tokenOf(context: Context): string | null {
  const header = context.request.headers.authorization ?? "";
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header)?.[1];
  return bearer?.trim() || context.url.searchParams.get("access_token");
}
