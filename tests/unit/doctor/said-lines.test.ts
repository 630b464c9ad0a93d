import { expect, it } from "vitest";
import { groupsOf, problemsOf } from "@/components/settings/setup/groups-of";
import { inOrder, type SaidLine, withLine } from "@/lib/domain/doctor/said-line";
import { englishVoice } from "@/lib/server/doctor/english-voice";
import { doctorTable } from "@/scripts/doctor/table";

const line = (key: string, changes: Partial<SaidLine> = {}): SaidLine => ({
  key,
  id: key,
  group: "server",
  state: "pass",
  isConsequence: false,
  title: `Title of ${key}`,
  subject: null,
  channelId: null,
  seen: "Seen.",
  why: "Why.",
  fix: null,
  who: "Who",
  mend: null,
  checkedAt: 1,
  since: 1,
  was: null,
  ...changes,
});

it("puts a line that comes in the place of the one before, and a new one last", () => {
  const lines = [line("a"), line("b")];
  expect(withLine(lines, line("a", { state: "fail" })).map(({ key, state }) => `${key} ${state}`)).toEqual([
    "a fail",
    "b pass",
  ]);
  expect(withLine(lines, line("c")).map(({ key }) => key)).toEqual(["a", "b", "c"]);
});

it("leaves out lines that a whole look did not come to", () => {
  expect(inOrder([line("gone"), line("b"), line("a")], ["a", "b"]).map(({ key }) => key)).toEqual(["a", "b"]);
});

it("names the causes, worst first, and not what only follows from them", () => {
  const lines = [
    line("ok"),
    line("blank", { state: "unknown" }),
    line("odd", { state: "warn" }),
    line("follows", { state: "unknown", isConsequence: true }),
    line("bad", { state: "fail" }),
  ];
  expect(problemsOf(lines).map(({ key }) => key)).toEqual(["bad", "odd", "blank"]);
});

it("keeps the lines of each channel together under its name", () => {
  const lines = [
    line("x"),
    line("one", { group: "channel", channelId: "wa_1", subject: "Shop" }),
    line("other", { group: "channel", channelId: "wa_2", subject: "Depot" }),
    line("two", { group: "channel", channelId: "wa_1", subject: "Shop" }),
  ];
  const groups = groupsOf(lines).map(({ title, lines: own }) => [title, own.map(({ key }) => key)]);
  expect(groups).toEqual([
    [null, ["x"]],
    ["Shop", ["one", "two"]],
    ["Depot", ["other"]],
  ]);
});

it("prints a table that is read without colours, and coloured on a terminal", () => {
  const lines = [
    line("a"),
    line("b", { state: "fail", seen: "It is broken. ".repeat(8).trim(), fix: "Mend it." }),
  ];
  const plain = doctorTable(lines, englishVoice(), { hasColour: false, columns: 80 });
  expect(plain.split("\n").every((row) => row.length <= 80)).toBe(true);
  expect(plain).toMatch(/^Server\nFine {10}Title of a {2}Seen\.\nFailing {7}Title of b {2}It is broken\./);
  expect(plain).toMatch(/→ Mend it\./);
  const coloured = doctorTable(lines, englishVoice(), { hasColour: true, columns: 80 });
  expect(coloured).toContain("\u001b[31mFailing");
});
