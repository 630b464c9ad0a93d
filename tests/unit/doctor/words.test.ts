import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkIds, checks, groups } from "@/lib/domain/doctor/checks";
import { CheckState } from "@/lib/domain/doctor/result";
import setup from "@/messages/en/setup.json";
import { projectRoot } from "@/scripts/stack/root";

type Words = { title: string; why: string; outcomes: Record<string, { seen: string; fix?: string }> };
const words = setup.checks as Record<string, Words>;

it("has a title and a reason for every check, and for no other", () => {
  expect(Object.keys(words)).toEqual(checkIds);
  for (const id of checkIds) expect(words[id]?.title && words[id].why, id).toBeTruthy();
});

it("has a word for every group, state, actor and place to mend at", () => {
  expect(Object.keys(setup.groups)).toEqual([...groups]);
  expect(Object.keys(setup.states).sort()).toEqual([...CheckState.options].sort());
  for (const { who, mendAt } of checks) {
    expect(setup.who).toHaveProperty(who);
    if (mendAt) expect(setup.mend).toHaveProperty(mendAt);
  }
});

/** Every outcome that the rules name, found in their source: `fails("over"`, `warn("soon"`, `pass("never"`. */
it("has words for every outcome, and none for what cannot happen", () => {
  const dirs = ["lib/domain/doctor", "lib/inbox/doctor"].map((dir) => join(projectRoot, dir));
  const source = dirs
    .flatMap((dir) => readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8")))
    .join("\n");
  const named = new Set(
    [...source.matchAll(/\b(?:pass|warn|fails)\(\s*"(\w+)"/g)].map(([, name]) => `${name}`),
  );
  for (const [, a, b] of source.matchAll(/\? "(\w+)" : "(\w+)"/g)) named.add(`${a}`).add(`${b}`);
  for (const way of ["Ahead", "Behind"]) named.add(`bit${way}`).add(`far${way}`);
  named.add("ok");
  const said = new Set(Object.values(words).flatMap(({ outcomes }) => Object.keys(outcomes)));
  expect([...said].filter((name) => !named.has(name))).toEqual([]);
  const exact = [...source.matchAll(/\b(?:pass|warn|fails)\(\s*"(\w+)"/g)].map(([, name]) => `${name}`);
  expect(exact.filter((name) => !said.has(name))).toEqual([]);
});

it("says what to do about everything that is not well", () => {
  for (const [id, { outcomes }] of Object.entries(words)) {
    for (const [outcome, { seen, fix }] of Object.entries(outcomes)) {
      expect(seen, `${id} ${outcome}`).toBeTruthy();
      expect(`${seen} ${fix}`).not.toMatch(/!/);
    }
  }
});
