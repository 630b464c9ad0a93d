import { fails, pass, unknown, type Verdict, warn } from "./result";

/** Meta starts every number with this many messages a second; with the phone app beside it there are fewer. */
const STANDARD_PER_SECOND = 80;
const BESIDE_APP_PER_SECOND = 20;

/** `value` is Meta's: GREEN, YELLOW, RED. */
export function judgeQuality(value: string | null): Verdict {
  if (value === "GREEN") return pass();
  if (value === "YELLOW") return warn("medium");
  if (value === "RED") return fails("low");
  return unlisted(value);
}

const limits = new Map([
  ["TIER_50", 50],
  ["TIER_250", 250],
  ["TIER_1K", 1000],
  ["TIER_2K", 2000],
  ["TIER_10K", 10_000],
  ["TIER_100K", 100_000],
]);

/** People a day that the business may write to first. */
export function judgeMessagingLimit(value: string | null): Verdict {
  if (value === "TIER_UNLIMITED") return pass("unlimited");
  const people = limits.get(value ?? "");
  if (people === undefined) return unlisted(value);
  return people <= 250 ? warn("small", { people }) : pass("ok", { people });
}

const names = byValue({
  APPROVED: pass(),
  AVAILABLE_WITHOUT_REVIEW: pass(),
  PENDING_REVIEW: warn("pending"),
  PENDING: warn("pending"),
  NONE: warn("none"),
  NON_EXISTS: warn("none"),
  DECLINED: fails("declined"),
  REJECTED: fails("declined"),
  EXPIRED: fails("expired"),
});

/** What customers see instead of the number. */
export function judgeNameStatus(value: string | null): Verdict {
  return names.get(value ?? "") ?? unlisted(value);
}

const statuses = byValue({
  CONNECTED: pass(),
  FLAGGED: warn("flagged"),
  RATE_LIMITED: warn("rateLimited"),
  RESTRICTED: fails("restricted"),
  PENDING: fails("pending"),
  UNVERIFIED: fails("unverified"),
  OFFLINE: fails("disconnected"),
  DISCONNECTED: fails("disconnected"),
  MIGRATED: fails("migrated"),
  DELETED: fails("deleted"),
  BANNED: fails("banned"),
});

/** Whether the number is in service; `SANDBOX`: a test number, which writes to a few listed people only. */
export function judgeNumberStatus({ status, mode }: { status: string | null; mode: string | null }): Verdict {
  const verdict = statuses.get(status ?? "") ?? unlisted(status);
  return verdict.state === "pass" && mode === "SANDBOX" ? warn("sandbox") : verdict;
}

/** Meta's own verdict over number, account, business and app together, and its words for what is in the way. */
export function judgeCanSend({ value, words }: { value: string | null; words: string[] }): Verdict {
  if (value === "AVAILABLE") return pass();
  const why = words.length > 0 ? { words: words.join(" ") } : { words: "–" };
  if (value === "LIMITED") return warn("limited", why);
  if (value === "BLOCKED") return fails("blocked", why);
  return unlisted(value);
}

type Throughput = { level: string | null; isBesideApp: boolean; perSecond: number };

/** Whether Parley sends as fast as Meta takes it. `perSecond`: what Parley is set to. */
export function judgeThroughput({ level, isBesideApp, perSecond }: Throughput): Verdict {
  if (level === "NOT_APPLICABLE") return fails("notRegistered");
  if (level !== "STANDARD" && level !== "HIGH") return unlisted(level);
  const allowed = isBesideApp ? BESIDE_APP_PER_SECOND : STANDARD_PER_SECOND;
  const values = { perSecond, allowed };
  if (level === "STANDARD" && perSecond > allowed) return warn(isBesideApp ? "besideApp" : "tooFast", values);
  return level === "HIGH" && perSecond <= allowed ? pass("couldBeFaster", values) : pass("ok", values);
}

export type TemplateStanding = { name: string; language: string; status: string };

/** Templates that Meta has stopped are missed exactly when somebody wants to send one. */
export function judgeTemplates(templates: readonly TemplateStanding[]): Verdict {
  const stopped = templates.filter(({ status }) => status === "PAUSED" || status === "DISABLED");
  const approved = templates.filter(({ status }) => status === "APPROVED").length;
  if (stopped.length > 0) {
    return warn("stopped", {
      count: stopped.length,
      names: stopped.map(({ name, language }) => `${name} (${language})`),
    });
  }
  return approved === 0 ? warn("none") : pass("ok", { count: approved });
}

function unlisted(value: string | null): Verdict {
  return value === null || value === "UNKNOWN" ? unknown({ why: "notTold" }) : unknown({ why: "odd", value });
}

/** A Map, because Meta's words are not ours: `constructor` is none of an object's own. */
function byValue(verdicts: Record<string, Verdict>): ReadonlyMap<string, Verdict> {
  return new Map(Object.entries(verdicts));
}
