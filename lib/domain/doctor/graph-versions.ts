import { fails, pass, unknown, type Verdict, warn } from "./result";

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 180;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** The last day of each version of the Graph API; null while Meta has not said. https://developers.facebook.com/docs/graph-api/changelog */
export const graphVersionEnds: ReadonlyMap<number, number | null> = new Map([
  [20, day("2026-09-24")],
  [21, day("2027-01-21")],
  [22, day("2027-05-20")],
  [23, day("2027-10-08")],
  [24, day("2028-02-18")],
  [25, day("2028-07-29")],
  [26, null],
]);

const oldest = Math.min(...graphVersionEnds.keys());

/** Whether a version (`v26.0`) still has time. `now` in epoch ms. */
export function judgeGraphVersion(version: string, now: number): Verdict {
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  if (Number.isFinite(major) && major < oldest) return fails("longGone", { version });
  const endsAt = graphVersionEnds.get(major);
  if (endsAt === undefined) return unknown({ why: "odd", value: version });
  if (endsAt === null) return pass("noEnd", { version });
  if (now >= endsAt) return fails("ended", { version, endsAt });
  const days = Math.floor((endsAt - now) / DAY_MS);
  return days <= WARN_DAYS ? warn("ending", { version, endsAt, days }) : pass("ok", { version, endsAt });
}
