const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `calm` above 6 h, `plain` under 6 h, `soon` under 2 h; `never`: the customer has not written yet. */
export type WindowTone = "calm" | "plain" | "soon" | "closed" | "never";

export type WindowClock = {
  tone: WindowTone;
  /** What is left, in the two largest units that matter; zeros when nothing is. */
  hours: number;
  minutes: number;
  seconds: number;
};

/** The customer service window as a countdown. Times in epoch ms. The same for list, header and composer. Pure. */
export function windowClock(windowEndsAt: number | null, now: number): WindowClock {
  const nothing = { hours: 0, minutes: 0, seconds: 0 };
  if (windowEndsAt === null) return { tone: "never", ...nothing };
  const leftMs = windowEndsAt - now;
  if (leftMs <= 0) return { tone: "closed", ...nothing };
  const tone = leftMs < 2 * HOUR_MS ? "soon" : leftMs < 6 * HOUR_MS ? "plain" : "calm";
  return {
    tone,
    hours: Math.floor(leftMs / HOUR_MS),
    minutes: Math.floor((leftMs % HOUR_MS) / MINUTE_MS),
    seconds: Math.floor((leftMs % MINUTE_MS) / 1000),
  };
}
