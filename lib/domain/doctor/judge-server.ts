import { fails, pass, type Verdict, warn } from "./result";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** `missing`: names of variables. Without the `needed` ones something does not work at all. */
export function judgeEnvironment({ needed, wanted }: { needed: string[]; wanted: string[] }): Verdict {
  if (needed.length > 0) return fails("missing", { names: [...needed, ...wanted] });
  return wanted.length > 0 ? warn("wanted", { names: wanted }) : pass();
}

/** `aheadMs`: how far this server's clock is ahead of Meta's; `Date` headers are whole seconds. */
export function judgeClock(aheadMs: number): Verdict {
  const distance = Math.abs(aheadMs);
  const values = { seconds: Math.round(distance / SECOND_MS) };
  const way = aheadMs > 0 ? "Ahead" : "Behind";
  if (distance > MINUTE_MS) return fails(`far${way}`, values);
  return distance > 5 * SECOND_MS ? warn(`bit${way}`, values) : pass("ok", values);
}

/** A written, read and deleted test file. `error` is null when all three worked. */
export function judgeMediaDisk(place: string | null, error: string | null): Verdict {
  if (!place) return fails("nowhere");
  return error === null ? pass("ok", { place }) : fails("refused", { place, error });
}

/** `stored`: secrets kept in the store; those that do not open, and those that only an older key opens. */
export function judgeCredentialsKey(keys: {
  hasKey: boolean;
  stored: number;
  closed: string[];
  withOldKey: number;
}): Verdict {
  const { hasKey, stored, closed, withOldKey } = keys;
  if (!hasKey) return stored > 0 ? fails("lost", { count: stored }) : warn("missing");
  if (closed.length > 0) return fails("closed", { names: closed });
  if (withOldKey > 0) return warn("oldKey", { count: withOldKey });
  return pass("ok", { count: stored });
}
