import { randomBytes } from "node:crypto";
import type { Context } from "../../http/context";
import type { Json } from "../../http/json";
import { instagramAccounts } from "../../world/accounts";
import { isTokenGood, standingOf } from "../../world/standing";
import { type IssuedToken, issuedToken, issueToken } from "../../world/tokens";
import { GraphError, paramError } from "../errors";

const DAY_MS = 24 * 60 * 60 * 1000;
const LONG_DAYS = 60;

/**
 * Instagram Login's two unversioned addresses: a short-lived token for one of 60 days, and such a one, from its second
 * day on, for another. Null when it is neither. Throws as Meta does.
 * https://developers.facebook.com/docs/instagram-platform/reference/access_token
 */
export function instagramToken(context: Context): Json | null {
  const { pathname } = context.url;
  if (context.method !== "GET") return null;
  if (pathname === "/access_token") return exchange(context);
  return pathname === "/refresh_access_token" ? refresh(context) : null;
}

function exchange(context: Context): Json {
  const { world } = context;
  expectGrant(context, "ig_exchange_token");
  const known = tokenIn(context);
  const account = instagramAccounts(world).find((one) => one.accountId === known?.accountId);
  if (!known || !account) throw unreadable();
  if (context.url.searchParams.get("client_secret") !== (account.appSecret ?? world.options.appSecret)) {
    throw new GraphError({ code: 1, message: "(#1) Error validating client secret.", httpStatus: 400 });
  }
  if (!known.isShort) {
    throw new GraphError({
      code: 452,
      message:
        "Session key invalid. This could be because the session key has an incorrect format, or because the user has revoked this session",
    });
  }
  return longToken(context, known.accountId);
}

function refresh(context: Context): Json {
  expectGrant(context, "ig_refresh_token");
  const known = tokenIn(context);
  if (!known) throw unreadable();
  if (known.isShort || context.world.now() - known.issuedAt < DAY_MS) {
    throw new GraphError({
      code: 100,
      message: "(#100) The token must be long-lived and at least 24 hours old.",
    });
  }
  return longToken(context, known.accountId);
}

function longToken({ world }: Context, accountId: string): Json {
  const now = world.now();
  const token = `IGAA${randomBytes(24).toString("hex")}`;
  issueToken(world, { accountId, token, isShort: false, issuedAt: now, expiresAt: now + LONG_DAYS * DAY_MS });
  world.changed();
  return { access_token: token, token_type: "bearer", expires_in: (LONG_DAYS * DAY_MS) / 1000 };
}

/** The token asked about, while it is good. */
function tokenIn({ world, url }: Context): IssuedToken | null {
  const token = url.searchParams.get("access_token");
  if (!token) throw paramError("The parameter access_token is required.");
  const known = issuedToken(world, token);
  if (!known || known.expiresAt <= world.now()) return null;
  return isTokenGood(standingOf(world, known.accountId), world.now()) ? known : null;
}

function expectGrant({ url }: Context, grant: string): void {
  if (url.searchParams.get("grant_type") !== grant) throw paramError(`Param grant_type must be ${grant}.`);
}

const unreadable = () =>
  new GraphError({ code: 190, message: "Invalid OAuth access token - Cannot parse access token" });
