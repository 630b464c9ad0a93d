import { describe, expect, it } from "vitest";
import { apiKeyIdOf, hashOfApiKey, newApiKeyText } from "@/lib/domain/api-key-text";

describe("an API key", () => {
  it("is one word that begins with its id, with 196 random bits and a check", () => {
    const { id, key } = newApiKeyText();
    expect(key).toMatch(/^parley_[0-9A-Za-z]{12}_[0-9A-Za-z]{39}$/);
    expect(key.startsWith(`parley_${id}_`)).toBe(true);
    expect(apiKeyIdOf(key)).toBe(id);
  });

  it("is never the same, and uses every letter and digit", () => {
    const keys = Array.from({ length: 300 }, () => newApiKeyText().key);
    expect(new Set(keys).size).toBe(300);
    const used = new Set(keys.flatMap((key) => [...key.slice(20)]));
    expect(used.size).toBe(62);
  });

  it("is told from any mistyped one by its check", () => {
    const { key } = newApiKeyText();
    for (let at = 7; at < key.length; at += 1) {
      if (key[at] === "_") continue;
      const other = key[at] === "a" ? "b" : "a";
      expect(apiKeyIdOf(key.slice(0, at) + other + key.slice(at + 1)), `position ${at}`).toBeNull();
    }
  });

  it.each(["", "parley_", `parley_${"0".repeat(40)}`, "Bearer x", "parley_abcdefghijkl_short"])(
    "is not %j",
    (text) => expect(apiKeyIdOf(text)).toBeNull(),
  );

  it("is kept as a hash that does not hold it", () => {
    const { key } = newApiKeyText();
    expect(hashOfApiKey(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfApiKey(key)).not.toContain(key.slice(-6));
  });
});
