import type { ChannelType } from "../channel";
import { fails, pass, unknown, type Verdict, warn } from "./result";

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 7;

/**
 * What Meta knows of a token. `expiresAt` in epoch ms; null: never; undefined: Meta does not tell. `scopes`, `appId`:
 * null where Meta does not tell.
 */
export type TokenFacts = {
  isValid: boolean;
  expiresAt: number | null | undefined;
  scopes: string[] | null;
  appId: string | null;
};

/** A token that has run out is the next check's fault, not this one's. `now` in epoch ms. */
export function judgeToken(token: TokenFacts, now: number): Verdict {
  if (token.isValid) return pass();
  return isOver(token, now) ? unknown({ why: "because", check: "tokenExpiry" }) : fails("invalid");
}

/** The last days are for renewing it. `now` in epoch ms. */
export function judgeTokenExpiry(token: TokenFacts, now: number): Verdict {
  const { expiresAt, isValid } = token;
  if (isOver(token, now)) return fails("over", { at: expiresAt as number });
  if (!isValid) return unknown({ why: "because", check: "token" });
  if (expiresAt === undefined) return unknown({ why: "notTold" });
  if (expiresAt === null) return pass("never");
  const days = Math.floor((expiresAt - now) / DAY_MS);
  return expiresAt - now < WARN_DAYS * DAY_MS
    ? warn("soon", { at: expiresAt, days })
    : pass("ok", { at: expiresAt, days });
}

/** What each way of connecting needs; the second list makes some things work less well. */
export const scopesOf = {
  whatsapp: { needed: ["whatsapp_business_messaging", "whatsapp_business_management"], wanted: [] },
  instagramPage: {
    needed: ["instagram_basic", "instagram_manage_messages", "pages_manage_metadata"],
    wanted: ["pages_messaging", "pages_show_list"],
  },
  instagramLogin: { needed: ["instagram_business_basic", "instagram_business_manage_messages"], wanted: [] },
} satisfies Record<string, { needed: string[]; wanted: string[] }>;

/** Which of those a channel needs. */
export function scopesFor(
  type: ChannelType,
  isInstagramLogin: boolean,
): { needed: string[]; wanted: string[] } {
  if (type === "whatsapp") return scopesOf.whatsapp;
  return isInstagramLogin ? scopesOf.instagramLogin : scopesOf.instagramPage;
}

export function judgeScopes(
  token: TokenFacts,
  { needed, wanted }: { needed: string[]; wanted: string[] },
): Verdict {
  const { scopes, isValid } = token;
  if (!isValid) return unknown({ why: "because", check: "token" });
  if (scopes === null) return unknown({ why: "notTold" });
  const missing = needed.filter((scope) => !scopes.includes(scope));
  const less = wanted.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) return fails("missing", { names: [...missing, ...less] });
  return less.length > 0 ? warn("less", { names: less }) : pass("ok", { names: needed });
}

/** A token of another app works, but its webhooks go elsewhere and are signed by another secret. */
export function judgeAppId(token: TokenFacts, ours: string): Verdict {
  if (!token.isValid) return unknown({ why: "because", check: "token" });
  if (token.appId === null) return unknown({ why: "notTold" });
  return token.appId === ours ? pass("ok", { ours }) : fails("other", { theirs: token.appId, ours });
}

function isOver({ expiresAt, isValid }: TokenFacts, now: number): boolean {
  return !isValid && typeof expiresAt === "number" && expiresAt <= now;
}
