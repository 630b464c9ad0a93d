import type { ChannelCredentials } from "@/lib/channels/client";
import {
  findByInstagramLogin,
  findByPage,
  type InstagramFound,
  readPageToken,
} from "@/lib/channels/setup/instagram-account";
import type { TokenInfo } from "@/lib/domain/channel";
import { ok, type Result } from "@/lib/domain/result";
import { credentialsWith } from "../credentials";
import type { LookedUp } from "./look-up";
import { problem, refusedWith } from "./problem-of";
import { hasWrongSecrets, readTokenInfo } from "./token";

const needed = ["instagram_basic", "instagram_manage_messages"];

type Typed = {
  login: "facebook" | "instagram";
  pageId: string | null;
  token: string;
  appSecrets: string[];
};

/** The account behind a token: the token's own with Instagram Login, that of its Page with Facebook Login. */
export function lookUpInstagram(typed: Typed, now: number): Promise<Result<LookedUp>> {
  return typed.login === "instagram" ? byInstagramLogin(typed, now) : byPage(typed, now);
}

async function byInstagramLogin({ token }: Typed, now: number): Promise<Result<LookedUp>> {
  const credentials = credentialsOfToken("instagram", null, token);
  const account = await findByInstagramLogin(credentials);
  if (!account.ok) return refusedWith(account.failure, "account_not_found", "token");
  // Instagram Login tells nothing of a token; what it may do shows as it is used.
  const info: TokenInfo = { ...noInfo, checkedAt: now };
  return lookedUp("instagram", account.data, token, info);
}

async function byPage(typed: Typed, now: number): Promise<Result<LookedUp>> {
  const { pageId, appSecrets } = typed;
  const given = credentialsOfToken("facebook", pageId, typed.token);
  const token = (pageId && (await readPageToken(given))) || typed.token;
  const credentials = { ...given, token };
  const [page, info] = await Promise.all([findByPage(credentials), readTokenInfo(credentials, now)]);
  if (!page.ok) {
    const missing = pageId ? "account_not_found" : "page_token_needed";
    return refusedWith(page.failure, missing, pageId ? "pageId" : "token");
  }
  if (page.data.accountId === null) return problem("no_instagram", "token");
  if (!info.ok) return info;
  const missing = needed.filter((scope) => !info.data.scopes.includes(scope));
  if (info.data.scopes.length > 0 && missing.length > 0) {
    return problem("scopes_missing", "token", { scopes: missing.join(", ") });
  }
  if (await hasWrongSecrets(credentials, info.data.appId, appSecrets)) {
    return problem("app_secret_wrong", "appSecret");
  }
  return lookedUp("facebook", page.data, token, info.data);
}

function lookedUp(
  login: "facebook" | "instagram",
  { accountId, pageId, username, name }: InstagramFound,
  token: string,
  tokenInfo: TokenInfo,
): Result<LookedUp> {
  const nothing = { quality: null, messagingLimit: null, nameStatus: null, accountState: null };
  return ok({
    channel: {
      type: "instagram",
      login,
      providerId: accountId ?? "",
      wabaId: null,
      pageId,
      displayPhone: null,
      username,
    },
    token,
    tokenInfo,
    found: {
      ...nothing,
      name,
      username,
      displayPhone: null,
      templateCount: null,
      tokenExpiresAt: tokenInfo.expiresAt,
      scopes: tokenInfo.scopes,
    },
  });
}

const credentialsOfToken = (
  login: "facebook" | "instagram",
  pageId: string | null,
  token: string,
): ChannelCredentials =>
  credentialsWith({ type: "instagram", login, providerId: "me", wabaId: null, pageId }, token);

const noInfo = { expiresAt: null, scopes: [], appId: null, lastRefreshedAt: null, refreshError: null };
