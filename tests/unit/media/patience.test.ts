import { describe, expect, it } from "vitest";
import { waitMs } from "@/lib/inbox/media/patience";

describe("the wait between two attempts", () => {
  it("grows from two seconds to an hour", () => {
    const waits = [1, 2, 3, 10, 12, 100].map((tries) => waitMs(tries, 0));
    expect(waits).toEqual([2_000, 4_000, 8_000, 1_024_000, 3_600_000, 3_600_000]);
  });

  it("differs by chance, so that many files do not come back at once", () => {
    expect(waitMs(1, 0.99)).toBeLessThan(1_100);
  });
});
