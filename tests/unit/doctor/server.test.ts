import { describe, expect, it } from "vitest";
import { graphVersionEnds, judgeGraphVersion } from "@/lib/domain/doctor/graph-versions";
import {
  judgeClock,
  judgeCredentialsKey,
  judgeEnvironment,
  judgeMediaDisk,
} from "@/lib/domain/doctor/judge-server";
import {
  judgeIndexes,
  judgeOldestEvent,
  judgeQueues,
  judgeRules,
  judgeStore,
} from "@/lib/domain/doctor/judge-store";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const day = (text: string) => Date.parse(`${text}T12:00:00Z`);

describe("the clock", () => {
  it.each([
    [0, "pass", "ok"],
    [5 * SECOND, "pass", "ok"],
    [5 * SECOND + 1, "warn", "bitAhead"],
    [-(5 * SECOND + 1), "warn", "bitBehind"],
    [MINUTE, "warn", "bitAhead"],
    [MINUTE + 1, "fail", "farAhead"],
    [-(MINUTE + 1), "fail", "farBehind"],
  ])("%i ms ahead: %s, %s", (aheadMs, state, outcome) => {
    expect(judgeClock(aheadMs)).toMatchObject({ state, outcome });
  });
});

describe("the Graph version", () => {
  it.each([
    ["v26.0", "2026-11-26", "pass", "noEnd"],
    ["v25.0", "2026-11-26", "pass", "ok"],
    ["v21.0", "2026-07-23", "pass", "ok"],
    ["v21.0", "2026-07-25", "warn", "ending"],
    ["v21.0", "2027-01-20", "warn", "ending"],
    ["v21.0", "2027-01-21", "fail", "ended"],
    ["v20.0", "2026-11-26", "fail", "ended"],
    ["v9.0", "2026-11-26", "fail", "longGone"],
    ["v99.0", "2026-11-26", "unknown", "odd"],
  ])("%s on %s: %s, %s", (version, on, state, outcome) => {
    expect(judgeGraphVersion(version, day(on))).toMatchObject({ state, outcome });
  });

  it("ends later the newer it is", () => {
    const ends = [...graphVersionEnds.values()].filter((end) => end !== null);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
  });
});

describe("the environment", () => {
  it.each([
    [[], [], "pass"],
    [[], ["APP_URL"], "warn"],
    [["META_APP_SECRET"], ["APP_URL"], "fail"],
  ])("needs %j and wants %j: %s", (needed, wanted, state) => {
    expect(judgeEnvironment({ needed, wanted }).state).toBe(state);
  });
});

describe("the key for secrets", () => {
  const good = { hasKey: true, stored: 2, closed: [], withOldKey: 0 };
  it.each([
    [good, "pass", "ok"],
    [{ ...good, hasKey: false, stored: 0 }, "warn", "missing"],
    [{ ...good, hasKey: false }, "fail", "lost"],
    [{ ...good, closed: ["Shop"], withOldKey: 1 }, "fail", "closed"],
    [{ ...good, withOldKey: 1 }, "warn", "oldKey"],
  ])("%j: %s, %s", (keys, state, outcome) => {
    expect(judgeCredentialsKey(keys)).toMatchObject({ state, outcome });
  });
});

it("the place for files is there or refuses", () => {
  expect(judgeMediaDisk(null, null)).toMatchObject({ state: "fail", outcome: "nowhere" });
  expect(judgeMediaDisk("/data", "EACCES")).toMatchObject({ state: "fail", outcome: "refused" });
  expect(judgeMediaDisk("/data", null).state).toBe("pass");
});

describe("the store", () => {
  it.each([
    [1000, "pass"],
    [1001, "warn"],
  ])("that answers in %i ms: %s", (ms, state) => expect(judgeStore(ms).state).toBe(state));

  it.each([
    [{ kind: "refused" as const }, "pass"],
    [{ kind: "noDoor" as const, address: "127.0.0.1:1" }, "pass"],
    [{ kind: "given" as const }, "fail"],
    [{ kind: "noAnswer" as const, address: "x" }, "unknown"],
    [{ kind: "other" as const, status: 500 }, "unknown"],
    [{ kind: "other" as const, status: 404 }, "unknown"],
  ])("read from outside, %j: %s", (reading, state) => expect(judgeRules(reading).state).toBe(state));

  it("lacks the indexes it names", () => {
    expect(judgeIndexes({ asked: 7, refused: [] })).toMatchObject({ state: "pass", values: { count: 7 } });
    expect(judgeIndexes({ asked: 7, refused: ["a: b, c"] })).toMatchObject({
      state: "fail",
      values: { names: ["a: b, c"] },
    });
  });
});

describe("what waits", () => {
  const none = { webhookEvents: 0, outbox: 0, unconfirmed: 0, media: 0 };
  it.each([
    [none, "pass"],
    [{ ...none, webhookEvents: 1000, outbox: 500 }, "pass"],
    [{ ...none, unconfirmed: 1 }, "warn"],
    [{ ...none, webhookEvents: 1001 }, "warn"],
    [{ ...none, outbox: 501 }, "warn"],
    [{ ...none, media: 1001 }, "warn"],
    [{ ...none, webhookEvents: 10_001 }, "fail"],
    [{ ...none, outbox: 5001 }, "fail"],
  ])("%j: %s", (queues, state) => expect(judgeQueues(queues).state).toBe(state));

  it.each([
    [null, "pass"],
    [MINUTE, "pass"],
    [MINUTE + 1, "warn"],
    [10 * MINUTE, "warn"],
    [10 * MINUTE + 1, "fail"],
  ])("the oldest for %j ms: %s", (ageMs, state) => expect(judgeOldestEvent(ageMs).state).toBe(state));
});
