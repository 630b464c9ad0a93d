import type { Json } from "../http/json";
import type { ChannelType } from "./types";

/**
 * How an account stands at Meta where that differs from a healthy one. Kept under the id of a phone number or of an
 * Instagram account; what is not set is as it should be.
 */
export type Standing = {
  /** What Meta says of the account's token. `expiresAt` in epoch ms; null: never. */
  token?: { isValid?: boolean; expiresAt?: number | null; scopes?: string[]; appId?: string };
  /** Fields of the node, as on the wire, that are not as usual. */
  node?: Json;
  /** False: the business account does not have this number. */
  isListed?: boolean;
  /** False: this app is not subscribed to the business account, the Page or the Instagram account. */
  isSubscribed?: boolean;
  subscribedFields?: string[];
  /** The Instagram account that the Page is linked to; null: none. */
  linkedAccountId?: string | null;
  /** False: "Allow access to messages" is off in the Instagram app. */
  areMessagesAllowed?: boolean;
};

/** How the app itself is set up where that differs from the usual. */
export type AppStanding = {
  /** Added to the time in the `Date` header of every Graph answer. */
  dateSkewMs?: number;
  webhooks?: Partial<
    Record<ChannelType, { callbackUrl?: string | null; fields?: string[]; isActive?: boolean }>
  >;
};

type Standings = { state: { standings?: Record<string, Standing>; app?: AppStanding } };

/** How the account of a phone number or an Instagram account stands; `{}` when all is well. */
export const standingOf = (world: Standings, id: string): Standing => world.state.standings?.[id] ?? {};

export const appStandingOf = (world: Standings): AppStanding => world.state.app ?? {};

/** Whether Meta takes a token at `now` (epoch ms). */
export function isTokenGood({ token }: Standing, now: number): boolean {
  const expiresAt = token?.expiresAt ?? null;
  return token?.isValid !== false && (expiresAt === null || expiresAt > now);
}
