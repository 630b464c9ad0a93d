import { expect, it } from "vitest";
import { checkIds } from "@/lib/domain/doctor/checks";
import { type CheckState, lineKey } from "@/lib/domain/doctor/result";
import { englishVoice } from "@/lib/server/doctor/english-voice";
import { sayLine } from "@/lib/server/doctor/say-line";
import { faults } from "./support/faults";
import { look, useHealthyWorld } from "./support/healthy";

useHealthyWorld("doctor-faults");

it("finds nothing wrong where nothing is", async () => {
  const lines = [...(await look()).values()];
  const notWell = lines
    .filter(({ state }) => state !== "pass")
    .map((line) => ({ key: lineKey(line), ...line }));
  expect(notWell).toEqual([]);
  expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(checkIds));
});

it("has a fault for every check", () => {
  const covered = new Set(faults.map(({ line }) => line.split(":")[0]));
  expect(checkIds.filter((id) => !covered.has(id))).toEqual([]);
});

it.each(faults)("$line turns $state, and no other line: $name", async (fault) => {
  const before = await look();
  expect([...before.values()].filter(({ state }) => state !== "pass").map(lineKey)).toEqual([]);
  try {
    await fault.make();
    const after = await look();
    const others = new Map<string, CheckState>();
    const turned = [fault.line, ...(fault.also ?? [])];
    for (const [key, { state }] of after) {
      if (!turned.includes(key) && state !== "pass") others.set(key, state);
    }
    for (const key of turned)
      expect(after.get(key)).toMatchObject({ state: fault.state, outcome: fault.outcome });
    const unknown = [...after.keys()].filter((key) => !turned.includes(key) && (fault.hides?.(key) ?? false));
    expect(Object.fromEntries(others)).toEqual(Object.fromEntries(unknown.map((key) => [key, "unknown"])));
    for (const line of after.values()) {
      const said = sayLine(line, englishVoice(), []);
      expect(`${said?.title} ${said?.seen} ${said?.fix}`).not.toMatch(/settings\.setup|undefined|\{/);
      if (line.state !== "pass" && line.outcome !== "notTold") expect(said?.fix).toBeTruthy();
    }
  } finally {
    await fault.mend();
  }
});
