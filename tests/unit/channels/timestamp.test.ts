import { describe, expect, it } from "vitest";
import { epochMs } from "@/lib/channels/timestamp";

describe("epochMs", () => {
  it.each([
    ["1749416383", 1749416383000],
    [1749416383, 1749416383000],
    [1752834910447, 1752834910447],
    ["1752834910447", 1752834910447],
    [" 1749416383 ", 1749416383000],
  ])("reads %j", (value, expected) => {
    expect(epochMs(value)).toBe(expected);
  });

  it.each(["", "yesterday", "-5", 0, -1, Number.NaN, 1e20, null, undefined, {}, []])(
    "gives null for %j",
    (value) => {
      expect(epochMs(value)).toBeNull();
    },
  );
});
