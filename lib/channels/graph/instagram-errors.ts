import {
  DAY_MS,
  type ErrorRule,
  final,
  fixable,
  later,
  MINUTE_MS,
  SECOND_MS,
  tokenProblem,
  transient,
} from "./error-rule";

const windowClosed = final("instagram_window_closed", "agent", "wait");
const linkBroken = fixable("instagram_link_broken", "admin", "reconnect_channel");
const cannotReceive = final("recipient_unavailable", "agent");
const replyGone = final("private_reply_unavailable", "agent");
const permission = fixable("permission_missing", "admin", "reconnect_channel");
const limited = transient("instagram_rate_limited", MINUTE_MS, 5);

/** By code. https://developers.facebook.com/docs/messenger-platform/error-codes */
export const instagramErrors: ReadonlyMap<number, ErrorRule> = new Map([
  [0, tokenProblem("token_expired")],
  [190, tokenProblem("token_expired")],
  [1, transient("meta_error", 5 * SECOND_MS, 3)],
  [2, transient("meta_unavailable", 5 * SECOND_MS, 4)],
  [1200, transient("meta_unavailable", 5 * SECOND_MS, 4)],
  [3, permission],
  [10, permission],
  [200, permission],
  [4, limited],
  [17, limited],
  [32, limited],
  [613, limited],
  [80001, limited],
  [80002, limited],
  [80006, limited],
  [100, final("request_invalid", "developer", "contact_support")],
  [230, final("profile_consent_missing", "nobody")],
  [9010, final("profile_unknown", "nobody")],
  [368, later("policy_blocked", DAY_MS)],
  [551, cannotReceive],
  [2534022, windowClosed],
  [2534013, linkBroken],
  [2534014, linkBroken],
  [2534029, linkBroken],
  [2534041, linkBroken],
  [2534039, replyGone],
  [2534040, replyGone],
  [10900, replyGone],
  [10903, replyGone],
  [9000001, final("message_gone", "agent")],
]);

/** By code and subcode; these say more than the code alone. */
export const instagramSubcodes: ReadonlyMap<string, ErrorRule> = new Map([
  ["10/2018278", windowClosed],
  ["10/2534022", windowClosed],
  ["10/2018065", windowClosed],
  ["100/2018001", final("recipient_not_found", "admin")],
  ["100/2018109", fixable("media_refused", "agent", "edit_and_resend")],
  ["100/2018164", fixable("media_refused", "agent", "edit_and_resend")],
  ["551/1545041", cannotReceive],
  ["200/1545041", cannotReceive],
  ["190/463", tokenProblem("token_expired")],
  ["190/460", tokenProblem("token_password_changed")],
  ["190/467", tokenProblem("token_invalid")],
  ["190/492", tokenProblem("token_role_lost")],
  ["9000001/10900", final("message_gone", "agent")],
]);
