import { describe, expect, it } from "vitest";
import { coalesce, liveEntry } from "@/lib/server/live/live-entry";
import { createRing } from "@/lib/server/live/ring";
import { changeOf, sampleConversation, sampleMessage } from "./support/samples";

const second = 1_000_000;
const start = 1_000 * second;
const entryAt = (atMicros: number, id = "a") =>
  liveEntry({ atMicros, id }, changeOf(sampleConversation({ id: `c-${atMicros}` })));

describe("the ring", () => {
  it("gives what came after a cursor, with an overlap", () => {
    const ring = createRing(start);
    for (const at of [10, 20, 30]) ring.add(entryAt(start + at * second));
    const found = ring.after({ atMicros: start + 24 * second, id: "x" });
    expect(found?.map((entry) => entry.cursor.atMicros - start)).toEqual([20 * second, 30 * second]);
  });

  it("knows nothing from before it began", () => {
    expect(createRing(start).after({ atMicros: start, id: "x" })).toBeNull();
  });

  it("goes on from an entry of its own, however close to its beginning", () => {
    const ring = createRing(start);
    ring.add(entryAt(start + 1, "a"));
    ring.add(entryAt(start + 2, "b"));
    expect(ring.after({ atMicros: start + 1, id: "a" })).toHaveLength(1);
  });

  it("admits to what it has dropped", () => {
    const ring = createRing(start);
    for (let n = 0; n < 2_500; n += 1) ring.add(entryAt(start + n * 100_000));
    expect(ring.after({ atMicros: start + 10 * second, id: "x" })).toBeNull();
    expect(ring.after({ atMicros: start + 200 * second, id: "x" })).not.toBeNull();
  });
});

describe("coalescing", () => {
  it("says the same of a conversation in one event", () => {
    const conversation = (version: number) => sampleConversation({ id: "c", version });
    const entries = [
      liveEntry(
        { atMicros: 1, id: "a" },
        changeOf(conversation(1), [sampleMessage({ id: "m", version: 1 })]),
      ),
      entryAt(2),
      liveEntry(
        { atMicros: 3, id: "b" },
        changeOf(conversation(2), [sampleMessage({ id: "m", version: 2 }), sampleMessage({ id: "n" })]),
      ),
    ];
    const [other, merged] = coalesce(entries);
    expect(other?.cursor.atMicros).toBe(2);
    expect(merged?.cursor).toEqual({ atMicros: 3, id: "b" });
    expect(merged?.event).toMatchObject({
      conversation: { version: 2 },
      messages: [{ id: "m", version: 2 }, { id: "n" }],
    });
  });
});
