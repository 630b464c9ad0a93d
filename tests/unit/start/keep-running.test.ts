import { describe, expect, it, vi } from "vitest";
import { keepRunning } from "../../../scripts/start/keep-running";
import type { Part } from "../../../scripts/start/part";

/** Parts that the test itself brings up and ends. */
function stage() {
  const lives: { serve(): void; end(how: string): void; signals: string[] }[] = [];
  const start = (): Part => {
    const up = Promise.withResolvers<void>();
    const end = Promise.withResolvers<string>();
    const signals: string[] = [];
    lives.push({ serve: up.resolve, end: end.resolve, signals });
    return {
      pid: lives.length,
      isUp: up.promise,
      ended: end.promise,
      signal: (name) => void signals.push(name),
    };
  };
  const life = async (number: number) => {
    await vi.waitFor(() => expect(lives.length).toBeGreaterThanOrEqual(number), { timeout: 5000 });
    return lives[number - 1] as (typeof lives)[number];
  };
  return { start, life, count: () => lives.length };
}

vi.spyOn(process.stdout, "write").mockImplementation(() => true);

describe("a part that is kept running", () => {
  it("is started again each time it ends, once it has served", async () => {
    const { start, life } = stage();
    const kept = keepRunning("part", start);
    (await life(1)).serve();
    await kept.isUp;
    (await life(1)).end("SIGKILL");
    (await life(2)).end("exit code 1");
    expect((await life(3)).signals).toEqual([]);
  });

  it("is given up when it ends before it ever served", async () => {
    const { start, life, count } = stage();
    const kept = keepRunning("part", start);
    (await life(1)).end("exit code 1");
    await expect(kept.isUp).rejects.toThrow("exit code 1");
    expect(count()).toBe(1);
  });

  it("is tried for a while when what it needs may still be in use", async () => {
    const { start, life } = stage();
    const kept = keepRunning("part", start, { patienceMs: 10_000 });
    (await life(1)).end("exit code 1");
    (await life(2)).end("exit code 1");
    (await life(3)).serve();
    await kept.isUp;
  });

  it("is asked to stop, and not started again", async () => {
    const { start, life, count } = stage();
    const kept = keepRunning("part", start);
    const only = await life(1);
    only.serve();
    await kept.isUp;
    const stopped = kept.stop(10_000);
    only.end("exit code 0");
    await stopped;
    expect(only.signals).toEqual(["SIGTERM"]);
    expect(count()).toBe(1);
  });

  it("is killed when it does not stop in time", async () => {
    const { start, life } = stage();
    const kept = keepRunning("part", start);
    const only = await life(1);
    const stopped = kept.stop(20);
    await vi.waitFor(() => expect(only.signals).toEqual(["SIGTERM", "SIGKILL"]));
    only.end("SIGKILL");
    await stopped;
  });

  it("stops at once while it waits to be started again", async () => {
    const { start, life, count } = stage();
    const kept = keepRunning("part", start);
    const only = await life(1);
    only.serve();
    await kept.isUp;
    only.end("SIGKILL");
    await kept.stop(10_000);
    expect(count()).toBe(1);
  });
});
