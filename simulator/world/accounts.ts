import type { InstagramAccount, SimulatorOptions, WhatsAppAccount } from "../options";
import type { ChannelType, Customer, SimState } from "./types";

export type Account =
  | ({ channel: "whatsapp" } & WhatsAppAccount)
  | ({ channel: "instagram" } & InstagramAccount);

type Accounts = { options: SimulatorOptions; state: SimState };

/** Every number: the one the stand-in was started with, then those added since. */
export function whatsappAccounts({ options, state }: Accounts): Extract<Account, { channel: "whatsapp" }>[] {
  return [options.whatsapp, ...(state.accounts?.whatsapp ?? [])].map((one) => ({
    channel: "whatsapp",
    ...one,
  }));
}

export function instagramAccounts({
  options,
  state,
}: Accounts): Extract<Account, { channel: "instagram" }>[] {
  return [options.instagram, ...(state.accounts?.instagram ?? [])].map((one) => ({
    channel: "instagram",
    ...one,
  }));
}

export const allAccounts = (world: Accounts): Account[] => [
  ...whatsappAccounts(world),
  ...instagramAccounts(world),
];

/** The number a customer writes to. */
export function numberOf(world: Accounts, customer: Pick<Customer, "accountId"> | null): WhatsAppAccount {
  return (
    whatsappAccounts(world).find((one) => one.phoneNumberId === customer?.accountId) ?? world.options.whatsapp
  );
}

/** The Instagram account a customer writes to. */
export function profileOf(world: Accounts, customer: Pick<Customer, "accountId"> | null): InstagramAccount {
  return (
    instagramAccounts(world).find((one) => one.accountId === customer?.accountId) ?? world.options.instagram
  );
}

/** What a webhook about a customer needs: `entry[].id`, the secret that signs it, and whether the app gets it at all. */
export function deliveryOf(world: Accounts, channel: ChannelType, customer: Customer | null) {
  const account = channel === "whatsapp" ? numberOf(world, customer) : profileOf(world, customer);
  const entryId = "wabaId" in account ? account.wabaId : account.accountId;
  return {
    entryId,
    appSecret: account.appSecret ?? world.options.appSecret,
    isSubscribed: subscribedFields(world, channel, entryId) !== null,
  };
}

/** The fields that the app is subscribed to for a WABA or an Instagram account; null when it is not. */
export function subscribedFields(
  { options, state }: Accounts,
  channel: ChannelType,
  entryId: string,
): string[] | null {
  const isFirst = entryId === options.whatsapp.wabaId || entryId === options.instagram.accountId;
  if (!isFirst) return state.subscriptions?.[entryId] ?? null;
  return state.subscribed[channel] ? state.subscribedFields : null;
}

export function setSubscription(
  { options, state }: Accounts,
  channel: ChannelType,
  entryId: string,
  fields: string[] | null,
): void {
  const isFirst = entryId === options.whatsapp.wabaId || entryId === options.instagram.accountId;
  if (!isFirst) {
    state.subscriptions = { ...state.subscriptions, [entryId]: fields };
    return;
  }
  state.subscribed[channel] = fields !== null;
  if (fields && channel === "instagram") state.subscribedFields = fields;
}
