import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { localOptions } from "../../../scripts/local/options";

describe("the options of npm run local", () => {
  it("are a demo in .local on the usual port when nothing is said", () => {
    expect(localOptions([], {})).toEqual({
      port: null,
      dir: resolve(".local"),
      seed: { kind: "demo" },
      isReset: false,
    });
  });

  it("come from the environment and --reset", () => {
    const env = { PORT: "4100", LOCAL_DIR: "/tmp/elsewhere", LOCAL_SEED: "250" };
    expect(localOptions(["--reset"], env)).toEqual({
      port: 4100,
      dir: "/tmp/elsewhere",
      seed: { kind: "bulk", conversations: 250 },
      isReset: true,
    });
    expect(localOptions([], { LOCAL_SEED: "none" }).seed).toEqual({ kind: "none" });
  });

  it.each([
    [[], { PORT: "http" }, "PORT is not a port"],
    [[], { PORT: "70000" }, "PORT is not a port"],
    [[], { LOCAL_SEED: "many" }, "LOCAL_SEED is demo, none or a number"],
    [[], { LOCAL_SEED: "-1" }, "LOCAL_SEED is demo, none or a number"],
    [["--rest"], {}, "Unknown option --rest"],
  ])("refuses %j with %j", (args, env, message) => {
    expect(() => localOptions(args, env)).toThrow(message);
  });
});
