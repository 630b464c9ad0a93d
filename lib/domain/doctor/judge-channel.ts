import type { ChannelPause } from "../channel";
import { fails, pass, unknown, type Verdict, warn } from "./result";

const DAY_MS = 24 * 60 * 60_000;
const QUIET_DAYS = 7;

/** How many numbers and accounts are connected. */
export function judgeChannels(connected: number): Verdict {
  return connected === 0 ? warn("none") : pass("ok", { count: connected });
}

/** `ids`: the numbers that the business account has. */
export function judgeNumberInAccount(ids: readonly string[], phoneNumberId: string): Verdict {
  return ids.includes(phoneNumberId)
    ? pass("ok", { count: ids.length })
    : fails("missing", { count: ids.length });
}

/** `linked`: the professional account of the Page, or of the token with Instagram Login. */
export function judgePageLink(linked: string | null, accountId: string): Verdict {
  if (linked === null) return fails("none");
  return linked === accountId ? pass() : fails("other", { theirs: linked, ours: accountId });
}

/** An app that is subscribed to an account, with the fields where the account has them. */
export type SubscribedApp = { appId: string; fields: string[] };

/** `ours` null: our app's id is not known here, so whether it is among them cannot be seen. */
export function judgeSubscription(apps: readonly SubscribedApp[], ours: string | null): Verdict {
  if (apps.length === 0) return fails("none");
  if (ours === null) return unknown({ why: "notSet", name: "META_APP_ID" });
  return apps.some(({ appId }) => appId === ours)
    ? pass()
    : fails("others", { ids: apps.map(({ appId }) => appId) });
}

/** `wanted`: what this way of connecting subscribes to, `messages` first. */
export function judgeSubscribedFields(fields: readonly string[], wanted: readonly string[]): Verdict {
  const missing = wanted.filter((name) => !fields.includes(name));
  if (!fields.includes("messages")) return fails("noMessages", { names: missing });
  return missing.length > 0 ? warn("some", { names: missing }) : pass("ok", { count: fields.length });
}

/** A channel that nobody wrote to for long may be cut off without a sign. Epoch ms. */
export function judgeLastEvent(lastEventAt: number | null, now: number): Verdict {
  if (lastEventAt === null) return warn("never");
  const days = Math.floor((now - lastEventAt) / DAY_MS);
  return days >= QUIET_DAYS ? warn("quiet", { at: lastEventAt, days }) : pass("ok", { at: lastEventAt });
}

export function judgeSending(pause: ChannelPause | null): Verdict {
  return pause ? fails("paused", { at: pause.at, code: String(pause.code) }) : pass();
}
