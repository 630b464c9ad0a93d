import { describe, expect, it } from "vitest";
import { createJournal } from "@/lib/client/live/journal";
import type { LiveEvent } from "@/lib/domain/live-event";

const event: LiveEvent = { type: "channels" };

describe("the journal of a tab", () => {
  it("gives what came after a mark, also when older entries are gone", () => {
    const journal = createJournal("0.0");
    for (let n = 1; n <= 1_500; n += 1) journal.add(`${n}.a`, event, 1_000);
    const mark = journal.mark();
    journal.add("2000.a", event, 1_000);
    expect(journal.since(mark)).toHaveLength(1);
  });

  it("gives a late tab what it missed", () => {
    const journal = createJournal("5.0");
    journal.add("6.a", event, 0);
    journal.add("7.a", event, 0);
    expect(journal.after("6.a")).toHaveLength(1);
    expect(journal.after("5.0")).toHaveLength(2);
  });

  it("says so when a late tab missed more than it holds", () => {
    const journal = createJournal("5.0");
    expect(journal.after("4.0")).toBeNull();
    journal.add("6.a", event, 0);
    journal.add("7.a", event, 3 * 60_000);
    expect(journal.after("5.0")).toBeNull();
    expect(journal.after("6.a")).toHaveLength(1);
  });
});
