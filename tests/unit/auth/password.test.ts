import { argon2id } from "hash-wasm";
import { describe, expect, it } from "vitest";
import { checkPassword } from "@/lib/inbox/members/check-password";
import { hashPassword, isPasswordRight } from "@/lib/inbox/members/password-hash";

describe("a password's hash", () => {
  it("is argon2id over 64 MiB in 3 passes, with a salt of its own, and fits its password only", async () => {
    const [first, second] = await Promise.all([
      hashPassword("six green bottles"),
      hashPassword("six green bottles"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
    expect(await isPasswordRight("six green bottles", first)).toBe(true);
    expect(await isPasswordRight("six green bottle", first)).toBe(false);
  });

  it("is the one another implementation computes", async () => {
    const salt = Buffer.alloc(16, 7);
    const foreign = await argon2id({
      password: "six green bottles",
      salt,
      parallelism: 1,
      iterations: 3,
      memorySize: 65_536,
      hashLength: 32,
      outputType: "encoded",
    });
    expect(await isPasswordRight("six green bottles", foreign)).toBe(true);
  });

  it("takes two writings of the same letter for one", async () => {
    const hash = await hashPassword("caf\u00e9 noir ce soir");
    expect(await isPasswordRight("cafe\u0301 noir ce soir", hash)).toBe(true);
  });

  it("is never right for an account without one, and is computed all the same", async () => {
    const began = performance.now();
    expect(await isPasswordRight("", null)).toBe(false);
    expect(performance.now() - began).toBeGreaterThan(20);
  });
});

describe("checkPassword", () => {
  it.each(["short", "aaaaaaaaaaaaaaaa", "Someone@example.com", "x".repeat(300)])("refuses %s", (password) => {
    expect(checkPassword(password, "someone@example.com")).toMatchObject({
      ok: false,
      error: { code: "password_too_weak" },
    });
  });

  it("takes a few words", () => {
    expect(checkPassword("six green bottles", "someone@example.com").ok).toBe(true);
  });
});
