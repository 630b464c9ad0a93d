import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSameHash } from "@/lib/inbox/media/hash";

const digest = createHash("sha256").update("a file").digest();
const other = createHash("sha256").update("another file").digest();

describe("isSameHash", () => {
  it.each([
    ["base64", digest.toString("base64")],
    ["base64 without its end", digest.toString("base64").replace("=", "")],
    ["base64url", digest.toString("base64url")],
    ["hex", digest.toString("hex")],
    ["capital hex", digest.toString("hex").toUpperCase()],
    ["hex with a line end", `${digest.toString("hex")}\n`],
  ])("takes the digest in %s", (_form, named) => expect(isSameHash(digest, named)).toBe(true));

  it.each([
    ["base64", other.toString("base64")],
    ["hex", other.toString("hex")],
  ])("sees another digest in %s", (_form, named) => expect(isSameHash(digest, named)).toBe(false));

  it.each([null, "", "not a digest", "abc="])("learns nothing from %j", (named) =>
    expect(isSameHash(digest, named)).toBe(true),
  );
});
