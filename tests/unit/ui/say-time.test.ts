import { expect, test } from "vitest";
import { clockTime, dayName, listTime, shortMoment } from "@/components/inbox/say-time";

const lisbon = { locale: "en", timeZone: "Europe/Lisbon" };
const now = Date.parse("2026-11-20T12:00:00Z");

test.each([
  ["2026-11-20T09:41:00Z", "09:41"],
  ["2026-11-20T00:01:00Z", "00:01"],
  ["2026-11-19T23:59:00Z", "Thu"],
  ["2026-11-14T09:00:00Z", "Sat"],
  ["2026-11-13T09:00:00Z", "13 Nov"],
  ["2025-03-12T09:00:00Z", "12 Mar 2025"],
])("%s is said as %s in a list", (at, said) => {
  expect(listTime(Date.parse(at), now, lisbon)).toBe(said);
});

test("the same moment is another day elsewhere", () => {
  const at = Date.parse("2026-11-19T23:30:00Z");
  expect(dayName(at, now, lisbon)).toBe("yesterday");
  expect(dayName(at, now, { locale: "en", timeZone: "Asia/Tokyo" })).toBe("today");
});

test("a moment says its day only when that is not today", () => {
  expect(shortMoment(Date.parse("2026-11-20T09:41:00Z"), now, lisbon)).toBe("09:41");
  expect(shortMoment(Date.parse("2026-11-17T09:41:00Z"), now, lisbon)).toBe("Tue 09:41");
});

test("midnight is 00:00, not 24:00", () => {
  expect(clockTime(Date.parse("2026-11-20T00:00:00Z"), lisbon)).toBe("00:00");
});
