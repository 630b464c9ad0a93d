import { expect, it } from "vitest";
import { sayBytes } from "@/components/composer/attachments/say-bytes";
import { sayTypes } from "@/components/composer/attachments/say-types";
import { acceptedTypes } from "@/lib/channels/media-rules";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [1024, "1 kB"],
  [100 * 1024, "100 kB"],
  [5 * 1024 * 1024, "5 MB"],
  [5 * 1024 * 1024 + 1024 * 300, "5.3 MB"],
  [100 * 1024 * 1024, "100 MB"],
])("says %i bytes in the steps that channels count in", (bytes, words) => {
  expect(sayBytes(bytes, "en")).toBe(words);
});

it("says what a channel takes by the names people know, each once", () => {
  expect(sayTypes(acceptedTypes("whatsapp", "document"), "en")).toBe("text, PDF, Word, Excel, or PowerPoint");
  expect(sayTypes(acceptedTypes("instagram", "image"), "en")).toBe("PNG, JPEG, or GIF");
});
