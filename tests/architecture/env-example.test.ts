import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envNames, parseEnv } from "@/lib/env";

const text = readFileSync(".env.local.example", "utf8");
const lines = text.split("\n");
const listed = lines.flatMap((line) => /^([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);

describe(".env.local.example", () => {
  it("lists every variable the app reads, and no other", () => {
    expect([...listed].sort()).toEqual([...envNames].sort());
  });

  it("names each once", () => {
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("explains each variable, alone or together with its neighbours", () => {
    const blocks = text.split(/(?<=^[A-Z][A-Z0-9_]*=.*\n)(?=#)/m);
    for (const block of blocks) expect(block).toMatch(/^# \S+ .{15,}/m);
  });

  it("is a good environment as it stands", () => {
    const values = Object.fromEntries(
      listed.map((name) => [name, new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1]]),
    );
    expect(() => parseEnv(values)).not.toThrow();
  });
});
