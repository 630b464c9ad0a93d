import { type ChannelCredentials, channelClient } from "@/lib/channels/client";
import { listWhatsAppNumbers } from "@/lib/channels/setup/whatsapp-numbers";
import { ok, type Result } from "@/lib/domain/result";
import { credentialsWith } from "../credentials";
import type { LookedUp } from "./look-up";
import { problem, refusedWith } from "./problem-of";
import { hasWrongSecrets, readTokenInfo } from "./token";

const TEMPLATE_PAGES = 10;
const needed = ["whatsapp_business_messaging", "whatsapp_business_management"];

type Typed = { phoneNumberId: string; wabaId: string; token: string; appSecrets: string[] };

/** The number, whether it is that account's, what the token may do, and whether the app secret is its app's. */
export async function lookUpWhatsApp(typed: Typed, now: number): Promise<Result<LookedUp>> {
  const { phoneNumberId, wabaId, token, appSecrets } = typed;
  const ids = { type: "whatsapp", login: null, providerId: phoneNumberId, wabaId, pageId: null } as const;
  const credentials = credentialsWith(ids, token);
  const [health, numbers, info] = await Promise.all([
    channelClient(credentials).readHealth(),
    listWhatsAppNumbers(credentials),
    readTokenInfo(credentials, now),
  ]);
  if (!health.ok) return refusedWith(health.failure, "number_not_found", "phoneNumberId");
  if (!numbers.ok) return refusedWith(numbers.failure, "account_not_found", "wabaId");
  if (!numbers.data.some(({ id }) => id === phoneNumberId)) return problem("wrong_account", "wabaId");
  if (!info.ok) return info;
  const missing = needed.filter((scope) => !info.data.scopes.includes(scope));
  if (info.data.scopes.length > 0 && missing.length > 0) {
    return problem("scopes_missing", "token", { scopes: missing.join(", ") });
  }
  if (await hasWrongSecrets(credentials, info.data.appId, appSecrets)) {
    return problem("app_secret_wrong", "appSecret");
  }
  const { displayPhone } = health.data;
  return ok({
    channel: { ...ids, displayPhone, username: null },
    token,
    tokenInfo: info.data,
    found: {
      ...health.data,
      templateCount: await countTemplates(credentials),
      tokenExpiresAt: info.data.expiresAt,
      scopes: info.data.scopes,
    },
  });
}

async function countTemplates(credentials: ChannelCredentials): Promise<number | null> {
  let count = 0;
  let after: string | null = null;
  for (let page = 0; page < TEMPLATE_PAGES; page += 1) {
    const answer = await channelClient(credentials).listTemplates({ limit: 100, after });
    if (!answer.ok) return page === 0 ? null : count;
    count += answer.data.items.length;
    after = answer.data.nextCursor;
    if (after === null) break;
  }
  return count;
}
