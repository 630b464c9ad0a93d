import fc from "fast-check";
import { expect, it } from "vitest";
import { isoInZone } from "@/lib/domain/iso-in-zone";

const at = Date.UTC(2026, 6, 1, 22, 30, 5);

it.each([
  ["UTC", "2026-07-01T22:30:05+00:00"],
  ["Europe/Lisbon", "2026-07-01T23:30:05+01:00"],
  ["Asia/Kolkata", "2026-07-02T04:00:05+05:30"],
  ["America/St_Johns", "2026-07-01T20:00:05-02:30"],
])("a moment is told as clocks show it in %s", (timeZone, told) => {
  expect(isoInZone(at, timeZone)).toBe(told);
});

it("names the same moment wherever it is told", () => {
  const zones = fc.constantFrom(
    "UTC",
    "Europe/Lisbon",
    "Asia/Kathmandu",
    "America/New_York",
    "Pacific/Chatham",
  );
  const seconds = fc.integer({ min: 1_500_000_000, max: 2_000_000_000 });
  fc.assert(
    fc.property(seconds, zones, (second, timeZone) => {
      expect(Date.parse(isoInZone(second * 1000, timeZone))).toBe(second * 1000);
    }),
  );
});
