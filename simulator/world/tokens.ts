import type { Account } from "./accounts";
import { isTokenGood, standingOf } from "./standing";
import type { SimState } from "./types";

/** A token of Instagram Login beside the one an account was made with. Times in epoch ms. */
export type IssuedToken = {
  accountId: string;
  token: string;
  isShort: boolean;
  issuedAt: number;
  expiresAt: number;
};

type Tokens = { state: SimState; now: () => number };

export const idOf = (account: Account): string =>
  account.channel === "whatsapp" ? account.phoneNumberId : account.accountId;

/** Whether Meta takes this token for this account now. */
export function opens(world: Tokens, account: Account, token: string): boolean {
  if (!isTokenGood(standingOf(world, idOf(account)), world.now())) return false;
  if (token === account.token) return true;
  const issued = issuedToken(world, token);
  return issued?.accountId === idOf(account) && issued.expiresAt > world.now();
}

export const issuedToken = ({ state }: Tokens, token: string): IssuedToken | undefined =>
  state.tokens?.find((one) => one.token === token);

export function issueToken({ state }: Tokens, token: IssuedToken): void {
  state.tokens = [...(state.tokens ?? []), token];
}
