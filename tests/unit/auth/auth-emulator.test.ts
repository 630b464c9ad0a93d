import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

describe("the Auth emulator, which takes forged sign-ins", () => {
  it("is refused by an environment that is not a test's", () => {
    const given = { FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099" };
    expect(() => parseEnv(given)).toThrow(/FIREBASE_AUTH_EMULATOR_HOST is for tests only/);
    expect(() => parseEnv({ ...given, PARLEY_TEST_AUTH_EMULATOR: "0" })).toThrow(/for tests only/);
    expect(parseEnv({ ...given, PARLEY_TEST_AUTH_EMULATOR: "1" })).toMatchObject(given);
  });
});
