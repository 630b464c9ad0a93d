import type { ChannelType } from "../channel";
import { fails, pass, type Verdict, warn } from "./result";

/** What our own handshake through the public address came to. `status` null: no answer, for `error`. */
export type Handshake = {
  address: string;
  status: number | null;
  error: string | null;
  isRightAnswer: boolean;
  isHttps: boolean;
  isPrivate: boolean;
};

/** Meta comes over https from outside, and wants its challenge back. */
export function judgeHandshake(shake: Handshake): Verdict {
  const { address, status, error } = shake;
  if (status === null) return fails("silent", { address, error: error ?? "" });
  if (status === 403) return fails("refused", { address });
  if (!shake.isRightAnswer) return fails("wrong", { address, status });
  if (shake.isPrivate) return warn("private", { address });
  return shake.isHttps ? pass("ok", { address }) : warn("notHttps", { address });
}

/** One kind of webhook as the app at Meta has it; null: the app is not subscribed to it at all. */
export type AppWebhook = { callbackUrl: string; isActive: boolean; fields: string[] } | null;

/** Whether Meta sends here. `ours`: the address that Parley answers at. */
export function judgeCallback(webhook: AppWebhook, ours: string): Verdict {
  if (!webhook) return fails("none", { ours });
  if (!webhook.isActive) return fails("inactive", { ours });
  const isHere = sameAddress(webhook.callbackUrl, ours);
  return isHere ? pass("ok", { ours }) : fails("elsewhere", { theirs: webhook.callbackUrl, ours });
}

/** Fields by their use: without the first nothing arrives; without the others Parley is told less. Alternatives are one field by two names. */
const wanted: Record<ChannelType, readonly (readonly string[])[]> = {
  whatsapp: [
    ["message_template_status_update"],
    ["message_template_quality_update"],
    ["template_category_update"],
    ["phone_number_quality_update"],
    ["account_update"],
    ["user_preferences"],
  ],
  instagram: [
    ["messaging_postbacks"],
    ["messaging_seen"],
    ["message_reactions", "messaging_reactions"],
    ["messaging_referral", "messaging_referrals"],
  ],
};

/** Whether the app is told of what Parley shows. */
export function judgeFields(channel: ChannelType, webhook: AppWebhook): Verdict {
  if (!webhook) return fails("noMessages", { names: ["messages"] });
  const has = new Set(webhook.fields);
  const missing = wanted[channel]
    .filter((names) => !names.some((name) => has.has(name)))
    .map((names) => `${names[0]}`);
  if (!has.has("messages")) return fails("noMessages", { names: ["messages", ...missing] });
  return missing.length > 0 ? warn("some", { names: missing }) : pass("ok", { count: webhook.fields.length });
}

/** When a webhook of this kind last carried a signature that our app secret makes, and one that it does not. Epoch ms. */
export type Signatures = { acceptedAt: number | null; refusedAt: number | null };

const HOUR_MS = 60 * 60_000;

/** The last real signature decides. Anybody can post rubbish: a refused one beside accepted ones is no fault. */
export function judgeSignatures({ acceptedAt, refusedAt }: Signatures, now: number): Verdict {
  if (refusedAt !== null && (acceptedAt === null || refusedAt > acceptedAt)) {
    return fails("refused", { at: refusedAt });
  }
  if (acceptedAt === null) return warn("never");
  const isRecent = refusedAt !== null && now - refusedAt < HOUR_MS;
  return isRecent ? pass("someRefused", { at: acceptedAt, refusedAt }) : pass("ok", { at: acceptedAt });
}

function sameAddress(a: string, b: string): boolean {
  const plain = (text: string) => {
    if (!URL.canParse(text)) return text;
    const { origin, pathname } = new URL(text);
    return origin + pathname.replace(/\/+$/, "");
  };
  return plain(a) === plain(b);
}
