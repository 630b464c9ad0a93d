import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHandshake } from "@/lib/channels/handshake";
import { isSameSecret, isSignatureValid } from "@/lib/channels/signature";

const sign = (body: Uint8Array, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
const body = new TextEncoder().encode('{"text":"\\u00e4 ä 🏺"}');

describe("isSignatureValid", () => {
  it("accepts a signature of any of the secrets", () => {
    const header = sign(body, "second-secret");
    expect(isSignatureValid(body, header, ["first-secret", "second-secret"])).toBe(true);
    expect(isSignatureValid(body, header, ["first-secret"])).toBe(false);
  });

  it("accepts upper-case hex and space around the header", () => {
    const header = sign(body, "secret").slice("sha256=".length).toUpperCase();
    expect(isSignatureValid(body, ` sha256=${header} `, ["secret"])).toBe(true);
  });

  it.each(["", "sha256=", "sha1=abc", "sha256=zz", `sha256=${"a".repeat(63)}`, `${"a".repeat(64)}`])(
    "refuses the header %j",
    (header) => {
      expect(isSignatureValid(body, header, ["secret"])).toBe(false);
    },
  );

  it("refuses everything when there is no secret or only an empty one", () => {
    expect(isSignatureValid(body, sign(body, "secret"), [])).toBe(false);
    expect(isSignatureValid(body, sign(body, "x"), [""])).toBe(false);
  });

  it("refuses a body in which one byte differs", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (bytes, place) => {
        const changed = bytes.slice();
        const at = place % bytes.length;
        changed[at] = ((changed[at] ?? 0) + 1) % 256;
        expect(isSignatureValid(bytes, sign(bytes, "secret"), ["secret"])).toBe(true);
        expect(isSignatureValid(changed, sign(bytes, "secret"), ["secret"])).toBe(false);
      }),
    );
  });
});

describe("isSameSecret", () => {
  it("tells equal from different, whatever the lengths", () => {
    expect(isSameSecret("token", "token")).toBe(true);
    expect(isSameSecret("token", "token ")).toBe(false);
    expect(isSameSecret("", "")).toBe(false);
  });
});

describe("readHandshake", () => {
  const url = (query: string) => new URL(`https://inbox.example/api/webhooks/whatsapp?${query}`);

  it("gives the challenge back for our token", () => {
    const query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=our-token";
    expect(readHandshake(url(query), ["older", "our-token"])).toEqual({ ok: true, challenge: "1158201444" });
  });

  it.each<[string, string, string[]]>([
    ["another token", "hub.mode=subscribe&hub.challenge=1&hub.verify_token=other", ["our-token"]],
    ["no token", "hub.mode=subscribe&hub.challenge=1", ["our-token"]],
    ["another mode", "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=our-token", ["our-token"]],
    ["no challenge", "hub.mode=subscribe&hub.verify_token=our-token", ["our-token"]],
    ["no token of ours", "hub.mode=subscribe&hub.challenge=1&hub.verify_token=", []],
    ["an empty token of ours", "hub.mode=subscribe&hub.challenge=1&hub.verify_token=", [""]],
  ])("refuses %s", (_case, query, token) => {
    expect(readHandshake(url(query), token).ok).toBe(false);
  });
});
