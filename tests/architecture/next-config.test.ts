import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

function loadConfig(env: Record<string, string>) {
  return spawnSync(process.execPath, ["--import", "tsx", "-e", 'import("./next.config.ts")'], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    encoding: "utf8",
  });
}

describe("next.config", () => {
  it("refuses a bad environment, naming the variable and not its value, without a stack", () => {
    const result = loadConfig({ API_KEY: "too-short", META_GRAPH_VERSION: "twenty" });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("API_KEY needs at least 16 characters");
    expect(result.stderr).toContain("META_GRAPH_VERSION is written like v26.0");
    expect(result.stderr).not.toContain("too-short");
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });

  it("refuses the Auth emulator outside tests", () => {
    const result = loadConfig({ FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099" });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("FIREBASE_AUTH_EMULATOR_HOST is for tests only");
  });

  it("accepts an empty environment", () => {
    expect(loadConfig({}).status).toBe(0);
  });
});
