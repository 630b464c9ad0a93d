import { expect, it } from "vitest";
import { dated, withResults } from "@/lib/domain/doctor/keep";
import {
  byUrgency,
  type CheckResult,
  type CheckState,
  judged,
  lineKey,
  read,
  unread,
} from "@/lib/domain/doctor/result";

const line = (id: string, state: CheckState, changes: Partial<CheckResult> = {}): CheckResult => ({
  id,
  channel: null,
  channelId: null,
  state,
  outcome: "ok",
  values: {},
  checkedAt: 1,
  since: 1,
  was: null,
  ...changes,
});

it("keeps since when a line is as it is, and what it was before", () => {
  const first = dated(line("store", "pass"), undefined, 10);
  expect(first).toMatchObject({ since: 10, was: null });
  const same = dated(line("store", "pass"), first, 20);
  expect(same).toMatchObject({ since: 10, was: null, checkedAt: 20 });
  const worse = dated(line("store", "fail"), same, 30);
  expect(worse).toMatchObject({ since: 30, was: "pass" });
  expect(dated(line("store", "fail"), worse, 40)).toMatchObject({ since: 30, was: "pass", checkedAt: 40 });
});

it("forgets lines that are no more when all was looked at, and only then", () => {
  const report = { id: "doctor", checkedAt: 5, results: [line("a", "pass"), line("b", "fail")] };
  const one = withResults(report, [line("b", "pass")], { isWhole: false, now: 9 });
  expect(one).toMatchObject({ checkedAt: 5 });
  expect(one.results.map(({ id, state }) => `${id} ${state}`)).toEqual(["a pass", "b pass"]);
  const added = withResults(report, [line("c", "warn")], { isWhole: false, now: 9 });
  expect(added.results.map(lineKey)).toEqual(["a:", "b:", "c:"]);
  const whole = withResults(report, [line("b", "pass")], { isWhole: true, now: 9 });
  expect(whole).toMatchObject({ checkedAt: 9 });
  expect(whole.results.map(lineKey)).toEqual(["b:"]);
});

it("tells lines of one check apart by channel and by kind", () => {
  const keys = [
    line("token", "pass", { channel: "whatsapp", channelId: "wa_1" }),
    line("token", "pass", { channel: "whatsapp", channelId: "wa_2" }),
    line("appSecret", "pass", { channel: "whatsapp" }),
    line("appSecret", "pass", { channel: "instagram" }),
  ].map(lineKey);
  expect(new Set(keys).size).toBe(4);
});

it("never judges what could not be read", () => {
  const judge = () => {
    throw new Error("judged all the same");
  };
  expect(judged(unread({ why: "storeSilent" }), judge).state).toBe("unknown");
  expect(judged(read(1), () => line("x", "pass")).state).toBe("pass");
});

it("puts the worst first", () => {
  const states = (["pass", "unknown", "fail", "warn"] as const).map((state) => ({ state }));
  expect(states.sort(byUrgency).map(({ state }) => state)).toEqual(["fail", "warn", "unknown", "pass"]);
});
