import { describe, expect, it } from "vitest";
import { isAllowedSource, isFileLink } from "@/lib/channels/meta-hosts";

const graph = ["https://graph.facebook.com"];
const standIn = ["http://127.0.0.1:4010"];
const isAllowed = (url: string, bases = graph) => isAllowedSource(new URL(url), bases);

describe("an address to fetch a file from", () => {
  it.each([
    "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
    "https://scontent.xx.fbcdn.net/v/a.jpg",
    "https://scontent.cdninstagram.com/v/a.jpg",
    "https://mmg.whatsapp.net/x",
    "https://graph.facebook.com/v26.0/x",
  ])("may be %s", (url) => expect(isAllowed(url)).toBe(true));

  it.each([
    "http://lookaside.fbsbx.com/x",
    "https://lookaside.fbsbx.com:8443/x",
    "https://fbsbx.com.evil.example/x",
    "https://evilfbsbx.com/x",
    "https://user:pass@lookaside.fbsbx.com/x",
    "https://evil.example/lookaside.fbsbx.com",
    "http://169.254.169.254/computeMetadata/v1/",
    "http://localhost:3000/",
    "file:///etc/passwd",
    "ftp://lookaside.fbsbx.com/x",
  ])("may not be %s", (url) => expect(isAllowed(url)).toBe(false));

  it("may be the configured stand-in, at that port only", () => {
    expect(isAllowed("http://127.0.0.1:4010/ig_messaging_cdn/?asset_id=1", standIn)).toBe(true);
    expect(isAllowed("http://127.0.0.1:4011/", standIn)).toBe(false);
    expect(isAllowed("http://localhost:4010/", standIn)).toBe(false);
  });
});

describe("a shared link", () => {
  it.each([
    ["https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1", true],
    ["https://www.instagram.com/reel/abc/", false],
    ["https://example.com/a.jpg", false],
    ["no link", false],
  ])("%s leads to a file: %s", (url, isFile) => expect(isFileLink(url, graph)).toBe(isFile));
});
