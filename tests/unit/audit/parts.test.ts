import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AuditPageData, withNewest, withOlder } from "@/lib/client/audit-entries";
import type { AuditEntry } from "@/lib/domain/audit";
import { AuditFilterQuery, AuditPageQuery } from "@/lib/domain/audit-filter";
import { csvLine } from "@/lib/domain/csv-line";
import { dayAfter, startOfDay } from "@/lib/domain/day-in-zone";

describe("a line of a CSV file", () => {
  /** Reads one line of RFC 4180, as a spreadsheet does. */
  function cellsOf(line: string): string[] {
    const cells: string[] = [];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    for (let match = cell.exec(line); match; match = cell.exec(line)) {
      cells.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    }
    return cells;
  }

  it("gives back every cell, and none that starts a formula", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("=1+1", "+1", "-1", "@x", "\t=1", ' "a",\n', "  =1"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const read = cellsOf(csvLine(cells));
        expect(read.map((text) => text.replace(/^'/, ""))).toEqual(
          cells.map((text) => text.replace(/^'/, "")),
        );
        for (const text of read) expect(text.trimStart()).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});

describe("a day where the reader is", () => {
  it.each([
    ["2026-11-20", "UTC", "2026-11-20T00:00:00.000Z"],
    ["2026-11-20", "America/Sao_Paulo", "2026-11-20T03:00:00.000Z"],
    ["2026-03-29", "Europe/Lisbon", "2026-03-29T00:00:00.000Z"],
    ["2026-03-30", "Europe/Lisbon", "2026-03-29T23:00:00.000Z"],
    ["2026-10-26", "Europe/Lisbon", "2026-10-26T00:00:00.000Z"],
    ["2026-11-20", "Asia/Kathmandu", "2026-11-19T18:15:00.000Z"],
  ])("%s in %s begins at %s", (day, timeZone, at) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(at);
  });

  it("is followed by the next, over months and years", () => {
    expect(dayAfter("2026-12-31")).toBe("2027-01-01");
    expect(dayAfter("2028-02-28")).toBe("2028-02-29");
  });
});

describe("filters in an address", () => {
  it("take several names with commas between, and refuse what is none", () => {
    expect(AuditFilterQuery.parse({ about: "a1,b2" })).toEqual({ about: ["a1", "b2"] });
    expect(AuditFilterQuery.safeParse({ about: "a b" }).success).toBe(false);
    expect(AuditFilterQuery.safeParse({ what: "member.added; drop" }).success).toBe(false);
    expect(AuditFilterQuery.safeParse({ from: "yesterday" }).success).toBe(false);
  });

  it("on the page leave out what makes no sense, so that a broken link still shows the log", () => {
    expect(AuditPageQuery.parse({ from: "2026-13-45", what: "member", who: ["a", "b"] })).toEqual({
      what: "member",
    });
  });
});

describe("the list in the browser", () => {
  const page = (ids: number[], nextCursor: string | null = null): AuditPageData => ({
    items: ids.map((id) => ({ id: String(id).padStart(4, "0") }) as AuditEntry),
    nextCursor,
    lookedBackTo: null,
  });
  const idsOf = ({ items }: AuditPageData) => items.map(({ id }) => Number(id));

  it("takes new entries in at the top and keeps the older pages", () => {
    const list = withOlder(page([6, 5, 4], "x"), page([3, 2, 1]));
    expect(idsOf(withNewest(list, page([8, 7, 6], "y")))).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(withNewest(list, page([8, 7, 6], "y")).nextCursor).toBeNull();
  });

  it("starts anew when so much is new that there would be a gap", () => {
    const list = withOlder(page([6, 5, 4], "x"), page([3, 2, 1]));
    expect(withNewest(list, page([20, 19, 18], "y"))).toEqual(page([20, 19, 18], "y"));
  });

  it("is not set back by a page out of a cache", () => {
    expect(idsOf(withNewest(page([6, 5, 4]), page([5, 4, 3])))).toEqual([6, 5, 4]);
  });

  it("never has a gap or an entry twice, however pages come", () => {
    const SIZE = 3;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat({ max: 6 }), fc.constant("older" as const)), { maxLength: 30 }),
        (steps) => {
          let newest = 5;
          const from = (top: number) =>
            page(
              Array.from({ length: Math.min(SIZE, top) }, (_, n) => top - n),
              top > SIZE ? String(top - SIZE) : null,
            );
          let list = from(newest);
          for (const step of steps) {
            if (step === "older")
              list = list.nextCursor ? withOlder(list, from(Number(list.nextCursor))) : list;
            else {
              newest += step;
              list = withNewest(list, from(newest));
            }
          }
          const ids = idsOf(list);
          expect(ids).toEqual(ids.map((_, n) => newestShown(ids) - n));
        },
      ),
    );
  });
  const newestShown = (ids: number[]) => ids[0] ?? 0;
});
