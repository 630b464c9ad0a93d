const DAY_MS = 24 * 60 * 60 * 1000;

type Locale = { locale: string; timeZone: string };
const formats = new Map<string, Intl.DateTimeFormat>();

/** "09:41". */
export function clockTime(at: number, where: Locale): string {
  return format(at, where, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "Friday, 20 November 2026 at 09:41:07": for tooltips and screen readers. */
export function fullTime(at: number, where: Locale): string {
  return format(at, where, { dateStyle: "full", timeStyle: "medium" });
}

/** As people say it in a list: "09:41" today, "Tue" within a week, "12 Mar" within the year, "12 Mar 2024". */
export function listTime(at: number, now: number, where: Locale): string {
  const daysAgo = daysBetween(at, now, where);
  if (daysAgo <= 0) return clockTime(at, where);
  if (daysAgo < 7) return format(at, where, { weekday: "short" });
  if (yearOf(at, where) === yearOf(now, where)) return format(at, where, { day: "numeric", month: "short" });
  return format(at, where, { day: "numeric", month: "short", year: "numeric" });
}

/** "today", "yesterday", or the day itself: "Tuesday", "Tuesday, 12 March". */
export function dayName(at: number, now: number, where: Locale): "today" | "yesterday" | { name: string } {
  const daysAgo = daysBetween(at, now, where);
  if (daysAgo === 0) return "today";
  if (daysAgo === 1) return "yesterday";
  if (daysAgo > 1 && daysAgo < 7) return { name: format(at, where, { weekday: "long" }) };
  const isThisYear = yearOf(at, where) === yearOf(now, where);
  const long = { weekday: "long", day: "numeric", month: "long" } as const;
  return { name: format(at, where, isThisYear ? long : { ...long, year: "numeric" }) };
}

/** The time, with its day when that is not today: "09:41", "Tue 09:41", "12 Mar 09:41". */
export function shortMoment(at: number, now: number, where: Locale): string {
  const day = listTime(at, now, where);
  const time = clockTime(at, where);
  return day === time ? time : `${day} ${time}`;
}

/** "20 Nov 2026, 09:41:07": to the second, for a list of moments. */
export function secondTime(at: number, where: Locale): string {
  return format(at, where, { dateStyle: "medium", timeStyle: "medium" });
}

/** A day's key in the reader's time zone, "2026-11-20": the same for two moments of one day. */
export function dayKey(at: number, where: Locale): string {
  return format(at, { locale: "sv", timeZone: where.timeZone }, { dateStyle: "short" });
}

function daysBetween(at: number, now: number, where: Locale): number {
  return Math.round((Date.parse(dayKey(now, where)) - Date.parse(dayKey(at, where))) / DAY_MS);
}

const yearOf = (at: number, where: Locale) => dayKey(at, where).slice(0, 4);

function format(at: number, { locale, timeZone }: Locale, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone });
    formats.set(key, found);
  }
  return found.format(at);
}
