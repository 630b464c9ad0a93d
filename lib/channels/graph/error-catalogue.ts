import type { ChannelType } from "@/lib/domain/channel";
import type { DeliveryError } from "@/lib/domain/message";
import { type ErrorRule, final, fixable, transient } from "./error-rule";
import { instagramErrors, instagramSubcodes } from "./instagram-errors";
import { whatsappErrorRanges, whatsappErrors } from "./whatsapp-errors";

export type { ErrorRule } from "./error-rule";

/** A code this catalogue does not hold: nobody claims to know why, and a person may try again. */
const unknownError: ErrorRule = fixable("unknown", "agent", "retry");

/** Failures of ours that carry no code of Meta's; their words are beside the others. */
export const localErrors = {
  unreachable: transient("unreachable", 2000, 8),
  noAnswer: fixable("no_answer", "agent", "retry"),
  channelDisconnected: fixable("channel_disconnected", "admin", "reconnect_channel"),
  fileMissing: final("file_missing", "agent", "edit_and_resend"),
  noPublicAddress: fixable("no_public_address", "admin", "contact_support"),
  recipientMissing: final("recipient_missing", "agent"),
} as const satisfies Record<string, ErrorRule>;

/**
 * What Meta's error means. Branches on the code (and on Instagram the subcode), never on a title or the HTTP
 * status: Meta changes titles and answers rate limits with 400.
 */
export function describeGraphError(
  channel: ChannelType,
  code: number | null,
  subcode: number | null,
  _details: string | null = null,
): ErrorRule {
  if (code === null) return unknownError;
  return channel === "whatsapp" ? ofWhatsApp(code) : ofInstagram(code, subcode);
}

/** The same as a message keeps it. `isRetryable`: a person may send this very message again. */
export function toDeliveryError(
  channel: ChannelType,
  code: number | null,
  subcode: number | null,
  details: string | null,
  fbtraceId: string | null,
): DeliveryError {
  const rule = describeGraphError(channel, code, subcode, details);
  return {
    code,
    subcode,
    reason: rule.reason,
    isRetryable: rule.retry !== "do_not_retry",
    details,
    fbtraceId,
    who: rule.who,
    action: rule.action,
  };
}

/** Every reason a message can fail with; each has words under `failures.<reason>`. */
export function allReasons(): string[] {
  const rules = [
    unknownError,
    ...Object.values(localErrors),
    ...whatsappErrors.values(),
    ...whatsappErrorRanges.map((range) => range.rule),
    ...instagramErrors.values(),
    ...instagramSubcodes.values(),
  ];
  return [...new Set(rules.map((rule) => rule.reason))].sort();
}

function ofWhatsApp(code: number): ErrorRule {
  const range = () => whatsappErrorRanges.find(({ from, to }) => code >= from && code <= to)?.rule;
  return whatsappErrors.get(code) ?? range() ?? unknownError;
}

function ofInstagram(code: number, subcode: number | null): ErrorRule {
  const precise = subcode === null ? undefined : instagramSubcodes.get(`${code}/${subcode}`);
  // 2534xxx arrives as the code with some calls and as the subcode with others.
  const bySubcode = subcode !== null && subcode >= 2534000 ? instagramErrors.get(subcode) : undefined;
  if (precise ?? bySubcode) return (precise ?? bySubcode) as ErrorRule;
  if (code > 200 && code < 300 && !instagramErrors.has(code)) return instagramErrors.get(200) ?? unknownError;
  return instagramErrors.get(code) ?? unknownError;
}
