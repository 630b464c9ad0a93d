import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sourceHash } from "../../../scripts/build/source-hash";
import { resetDir } from "../../../scripts/stack/reset-dir";
import { keptSecrets } from "../../../scripts/stack/secrets";
import { runningState, type StackState, writeState } from "../../../scripts/stack/state";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "parley-local-"));
  for (const name of ["META_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "INSTAGRAM_VERIFY_TOKEN", "API_KEY"]) {
    vi.stubEnv(name, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true });
});

describe("secrets of a local stack", () => {
  it("are made up once and kept where only the owner reads them", () => {
    const first = keptSecrets(dir);
    expect(keptSecrets(dir)).toEqual(first);
    expect(first.whatsappVerifyToken).toBe(first.instagramVerifyToken);
    expect(statSync(join(dir, "secrets.json")).mode & 0o077).toBe(0);
  });

  it("come from the environment when it has them, also over kept ones", () => {
    const kept = keptSecrets(dir);
    vi.stubEnv("META_APP_SECRET", "given-secret");
    vi.stubEnv("API_KEY", "given-key-0123456789");
    const { appSecret, apiKey, adminPassword } = keptSecrets(dir);
    expect({ appSecret, apiKey }).toEqual({ appSecret: "given-secret", apiKey: "given-key-0123456789" });
    expect(adminPassword).toBe(kept.adminPassword);
  });
});

describe("--reset", () => {
  it("takes away what local mode keeps, and nothing else in the folder", () => {
    keptSecrets(dir);
    mkdirSync(join(dir, "logs"));
    writeFileSync(join(dir, "mine.txt"), "x");
    resetDir(dir);
    expect(existsSync(join(dir, "secrets.json"))).toBe(false);
    expect(existsSync(join(dir, "logs"))).toBe(false);
    expect(existsSync(join(dir, "mine.txt"))).toBe(true);
  });
});

describe("state.json", () => {
  it("counts only while its process lives", () => {
    expect(runningState(dir)).toBeNull();
    writeState(dir, { pid: process.pid } as StackState);
    expect(runningState(dir)?.pid).toBe(process.pid);
    writeState(dir, { pid: 2 ** 22 + 1 } as StackState);
    expect(runningState(dir)).toBeNull();
  });
});

describe("the hash of the sources", () => {
  it("changes with any file that a build reads, and with no other", () => {
    mkdirSync(join(dir, "lib"));
    writeFileSync(join(dir, "lib", "a.ts"), "1");
    const before = sourceHash(dir);
    writeFileSync(join(dir, "README.md"), "x");
    expect(sourceHash(dir)).toBe(before);
    writeFileSync(join(dir, "lib", "a.ts"), "2");
    const changed = sourceHash(dir);
    expect(changed).not.toBe(before);
    writeFileSync(join(dir, "lib", "b.ts"), "");
    expect(sourceHash(dir)).not.toBe(changed);
  });
});
