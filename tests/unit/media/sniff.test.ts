import { describe, expect, it } from "vitest";
import { typeOf } from "@/lib/inbox/media/describe/sniff";
import { isShownInline } from "@/lib/server/media/inline-types";

const text = (value: string) => new TextEncoder().encode(value);
const binary = Uint8Array.of(0, 1, 2, 3);

describe("the type of a file", () => {
  it.each([
    ["a picture, whatever is claimed", "image/jpeg", binary, "text/html", "image/jpeg"],
    [
      "a word file by its claim",
      "application/zip",
      binary,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    ["a zip that claims to be a picture", "application/zip", binary, "image/png", "application/zip"],
    ["sound in a video's container", "video/mp4", binary, "audio/mp4", "audio/mp4"],
    ["an OGG with its codec named", "audio/ogg; codecs=opus", binary, "audio/ogg", "audio/ogg"],
    ["an old word file", "application/x-cfb", binary, "application/msword", "application/msword"],
    ["a page that claims to be a picture", null, text("<!DOCTYPE html><script>"), "image/jpeg", "text/html"],
    ["a page after a comment and spaces", null, text("\n <!-- x --> <html>"), "application/pdf", "text/html"],
    [
      "an SVG that claims to be a PNG",
      null,
      text('<?xml version="1.0"?><svg onload="x">'),
      "image/png",
      "image/svg+xml",
    ],
    ["an SVG after a doctype", null, text("<!DOCTYPE svg><svg>"), null, "image/svg+xml"],
    ["text that claims to be a picture", null, text("hello"), "image/png", "text/plain"],
    ["text as claimed", null, text("a,b"), "text/csv", "text/csv"],
    ["bytes as claimed", null, binary, "application/x-thing", "application/x-thing"],
    ["bytes that claim to be a picture", null, binary, "image/png", "application/octet-stream"],
    ["bytes without a claim", null, binary, null, "application/octet-stream"],
  ])("is that of %s", (_what, found, head, claimed, type) => expect(typeOf(found, head, claimed)).toBe(type));

  it.each([
    "text/html",
    "image/svg+xml",
    "application/pdf",
    "text/plain",
    "application/xhtml+xml",
    "application/octet-stream",
    null,
    "image/jpeg-like",
  ])("%s is never shown in the page", (type) => expect(isShownInline(type)).toBe(false));

  it.each(["image/jpeg", "IMAGE/WEBP", "audio/ogg; codecs=opus", "video/mp4"])("%s is", (type) =>
    expect(isShownInline(type)).toBe(true),
  );
});
