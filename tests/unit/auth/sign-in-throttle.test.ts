import { describe, expect, it } from "vitest";
import {
  accountPolicy,
  countTry,
  forgiveTry,
  type ThrottlePolicy,
  type Tries,
  waitMs,
} from "@/lib/domain/sign-in-throttle";

const start = 1_800_000_000_000;

describe("the wait between failed sign-ins", () => {
  it("is nothing for the first tries, then doubles up to a quarter of an hour", () => {
    const waits: number[] = [];
    let tries: Tries | null = null;
    let now = start;
    for (let index = 0; index < 14; index += 1) {
      tries = countTry(tries, accountPolicy, now);
      waits.push(waitMs(tries, now) / 1000);
      now += waitMs(tries, now);
    }
    expect(waits).toEqual([0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
  });

  it("is forgotten an hour after the last try", () => {
    const many = failTimes(12, accountPolicy);
    const later = many.lastAt + accountPolicy.forgetAfterMs + 1;
    expect(countTry(many, accountPolicy, later)).toEqual({ failures: 1, lastAt: later, blockedUntil: 0 });
  });

  it("is lifted when the try that caused it turns out well", () => {
    const five = failTimes(5, accountPolicy);
    expect(waitMs(forgiveTry(five, accountPolicy), five.lastAt)).toBe(0);
  });
});

function failTimes(count: number, policy: ThrottlePolicy): Tries {
  let tries = countTry(null, policy, start);
  for (let index = 1; index < count; index += 1) {
    tries = countTry(tries, policy, tries.lastAt + waitMs(tries, tries.lastAt));
  }
  return tries;
}
