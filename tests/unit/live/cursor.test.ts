import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCursors, laterCursor } from "@/lib/client/live/cursor";
import { compareLiveCursors, formatLiveCursor, liveCursor, parseLiveCursor } from "@/lib/server/live/cursor";

describe("a resume cursor", () => {
  const cursors = fc.record({
    atMicros: fc.integer({ min: 0, max: 9_000_000_000_000_000 }),
    id: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  });

  it("comes back from its text", () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(parseLiveCursor(formatLiveCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it("sorts in the browser as on the server", () => {
    fc.assert(
      fc.property(cursors, cursors, (a, b) => {
        const inBrowser = compareCursors(formatLiveCursor(a), formatLiveCursor(b));
        expect(Math.sign(inBrowser)).toBe(Math.sign(compareLiveCursors(a, b)));
      }),
    );
  });

  it.each([null, undefined, "", "1", ".a", "1.", "x.y", "1.a/b", "1.a\n", "-1.a", `1.${"a".repeat(41)}`])(
    "is refused as %j",
    (text) => {
      expect(parseLiveCursor(text)).toBeNull();
    },
  );

  it("of a moment is older than any row of that moment", () => {
    expect(compareCursors(liveCursor(5), "5000.01J")).toBeLessThan(0);
  });

  it("only moves on", () => {
    expect(laterCursor("10.a", "9.z")).toBe("10.a");
    expect(laterCursor(null, "9.z")).toBe("9.z");
    expect(laterCursor("10.a", "")).toBe("10.a");
  });
});
