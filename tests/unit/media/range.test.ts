import { describe, expect, it } from "vitest";
import { readRange } from "@/lib/server/media/range";

describe("readRange", () => {
  it.each([
    ["bytes=0-99", { start: 0, end: 99 }],
    ["bytes=100-", { start: 100, end: 999 }],
    ["bytes=-10", { start: 990, end: 999 }],
    ["bytes=-5000", { start: 0, end: 999 }],
    ["bytes=0-5000", { start: 0, end: 999 }],
    ["bytes=999-999", { start: 999, end: 999 }],
    ["Bytes= 0 - 0 ", { start: 0, end: 0 }],
  ])("reads %s of 1,000 bytes", (header, range) => expect(readRange(header, 1000)).toEqual(range));

  it.each(["bytes=1000-", "bytes=5000-6000", "bytes=-0"])("cannot give %s of 1,000 bytes", (header) =>
    expect(readRange(header, 1000)).toBe("unsatisfiable"),
  );

  it.each([
    null,
    "",
    "bytes=",
    "bytes=-",
    "bytes=9-1",
    "bytes=0-1,5-6",
    "items=0-1",
    "bytes=a-b",
    "bytes=-1-2",
  ])("gives the whole for %j", (header) => expect(readRange(header, 1000)).toBe("whole"));

  it("has nothing to give of an empty file", () => {
    expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
    expect(readRange("bytes=-1", 0)).toBe("unsatisfiable");
  });
});
