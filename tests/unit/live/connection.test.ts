import { describe, expect, it } from "vitest";
import {
  type Connection,
  type ConnectionChange,
  firstConnection,
  isSilent,
  nextConnection,
} from "@/lib/client/connection";

const having = (...changes: ConnectionChange[]): Connection =>
  changes.reduce(nextConnection, firstConnection);
const opened = (now: number): ConnectionChange => ({ type: "opened", now });
const lost = (now: number): ConnectionChange => ({ type: "lost", now });
const tick = (now: number, hasNetwork = true): ConnectionChange => ({ type: "tick", now, hasNetwork });

describe("the connection", () => {
  it("is connecting without a since until the first try ends", () => {
    expect(firstConnection).toMatchObject({ state: "connecting", since: null });
  });

  it("is live when the stream opens", () => {
    expect(having(opened(1_000))).toMatchObject({ state: "live", since: null });
  });

  it("counts a break from the last byte, not from when it was noticed", () => {
    expect(having(opened(1_000), lost(9_000))).toMatchObject({ state: "connecting", since: 1_000 });
  });

  it("is offline when a break lasts, and keeps its since", () => {
    expect(having(opened(1_000), lost(2_000), tick(3_000))).toMatchObject({ state: "connecting" });
    expect(having(opened(1_000), lost(2_000), tick(6_000))).toMatchObject({ state: "offline", since: 1_000 });
    expect(having(opened(1_000), lost(2_000), tick(6_000), lost(7_000))).toMatchObject({
      state: "offline",
      since: 1_000,
    });
  });

  it("is offline at once when the stream broke and the browser has no network", () => {
    expect(having(opened(1_000), lost(2_000), tick(2_100, false))).toMatchObject({ state: "offline" });
  });

  it("believes a stream that speaks although the browser has no network", () => {
    expect(having(opened(1_000), tick(2_000, false))).toMatchObject({ state: "live" });
    expect(having(opened(1_000), tick(22_000, false))).toMatchObject({ state: "offline", since: 1_000 });
  });

  it("takes 40 s of silence for a break", () => {
    const silent = having(opened(1_000), tick(41_000));
    expect(silent).toMatchObject({ state: "connecting", since: 1_000 });
    expect(isSilent(having(opened(1_000)), 40_999)).toBe(false);
    expect(isSilent(having(opened(1_000)), 41_000)).toBe(true);
  });

  it("is live again with the next byte", () => {
    expect(having(opened(1_000), lost(2_000), tick(9_000), { type: "byte", now: 9_500 })).toEqual({
      state: "live",
      since: null,
      lastByteAt: 9_500,
    });
  });
});
