import { describe, expect, it } from "vitest";
import { isZoneFor, listTimeZones, sayZone } from "@/components/settings/general/time-zones";
import { GeneralSettingsInput, timeZoneNamed } from "@/lib/domain/general-settings";
import { askedLanguage, directionOf } from "@/lib/domain/language";

const good = { businessName: "Northwind", timeZone: "Europe/Lisbon", language: "en", theme: "system" };
const isTaken = (change: object) => GeneralSettingsInput.safeParse({ ...good, ...change }).success;

describe("general settings", () => {
  it.each([
    { businessName: "x".repeat(61) },
    { timeZone: "Mars/Olympus" },
    { timeZone: "+02:00" },
    { timeZone: "" },
    { language: "xx" },
    { theme: "sepia" },
  ])("refuse %o", (change) => expect(isTaken(change)).toBe(false));

  it.each([{ businessName: "" }, { businessName: "x".repeat(60) }, { timeZone: "UTC" }])(
    "take %o",
    (change) => expect(isTaken(change)).toBe(true),
  );

  it("know a time zone in any case", () => {
    expect(timeZoneNamed("europe/lisbon")).toBe("Europe/Lisbon");
    expect(timeZoneNamed("Nowhere/Land")).toBeNull();
  });
});

describe("a browser's languages", () => {
  it.each([
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["en-US,en;q=0.9,es;q=0.8", "en"],
    ["fr, de;q=0.9, es;q=0.1", "es"],
    ["en;q=0.2,es;q=0.7", "es"],
    ["es;q=0,en", "en"],
    ["fr-CH, fr;q=0.9, *;q=0.5", null],
    ["", null],
    [null, null],
    [";;;q=,,x=1", null],
  ])("of %o we speak %o", (header, language) => expect(askedLanguage(header)).toBe(language));

  it("are written from right to left when they are Arabic, Hebrew and the like", () => {
    expect(["en", "es", "ar", "ar-EG", "he", "fa"].map(directionOf)).toEqual([
      "ltr",
      "ltr",
      "rtl",
      "rtl",
      "rtl",
      "rtl",
    ]);
  });
});

describe("the list of time zones", () => {
  const zones = listTimeZones("en", Date.UTC(2026, 0, 15));
  const found = (query: string) => zones.filter((zone) => isZoneFor(zone, query)).map(({ id }) => id);

  it("runs from west to east, each once", () => {
    const at = (id: string) => zones.findIndex((zone) => zone.id === id);
    expect(at("America/Los_Angeles")).toBeLessThan(at("Europe/Lisbon"));
    expect(at("Europe/Lisbon")).toBeLessThan(at("Asia/Tokyo"));
    expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
  });

  it("is searched by city, name and offset, accents or not", () => {
    expect(found("new york")).toEqual(["America/New_York"]);
    expect(found("são paulo")).toEqual(["America/Sao_Paulo"]);
    expect(found("central european madrid")).toEqual(["Europe/Madrid"]);
    expect(found("+09:00 tok")).toEqual(["Asia/Tokyo"]);
    expect(found("atlantis")).toEqual([]);
  });

  it("knows cities by the names they have now", () => {
    expect(found("kyiv")).toEqual(found("kiev"));
    expect(found("kolkata")).toEqual(found("calcutta"));
    expect(sayZone("Europe/Kiev")).toBe("Europe/Kyiv");
  });
});
