export type ZoneChoice = { id: string; name: string; offset: string; words: string };

/** Every time zone of the platform, west to east, with its offset at `now` (epoch ms) and what it can be found by. */
export function listTimeZones(locale: string, now: number): ZoneChoice[] {
  const ids = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
  return ids
    .map((id) => ({ id, offset: part(id, "en", "longOffset", now), name: part(id, locale, "long", now) }))
    .map((zone) => ({ ...zone, minutes: minutesOf(zone.offset) }))
    .sort((a, b) => a.minutes - b.minutes || a.id.localeCompare(b.id, locale))
    .map(({ id, name, offset }) => ({
      id,
      name,
      offset,
      words: folded(`${id} ${sayZone(id)} ${name} ${offset}`),
    }));
}

/** Whether each word of what was typed is somewhere in the zone's words; accents do not count. */
export function isZoneFor(zone: ZoneChoice, query: string): boolean {
  return folded(query)
    .split(/\s+/)
    .every((word) => zone.words.includes(word));
}

/** "America/New York", and "Europe/Kyiv" for what browsers still keep under an older name. */
export const sayZone = (id: string) => (newerNames[id] ?? id).replaceAll("_", " ");

const newerNames: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

function part(timeZone: string, locale: string, timeZoneName: "long" | "longOffset", now: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** "GMT-03:30" → -210. */
function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
