import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { previewText } from "@/components/inbox/preview";
import type { MessageContent } from "@/lib/domain/message-content";
import { previewDetailOf } from "@/lib/domain/preview-detail-of";
import messages from "@/messages/en";
import { sampleContents } from "./support/sample-messages";

const t = createTranslator({ locale: "en", messages, namespace: "inbox" }) as unknown as (
  key: string,
  values?: Record<string, string | number>,
) => string;

const lineOf = (content: MessageContent, text: string | null = null) =>
  previewText(t, {
    kind: content.kind,
    text,
    isRevoked: false,
    channel: "whatsapp",
    detail: previewDetailOf(content),
  });

test("each kind has its line in the list", () => {
  const lines = Object.fromEntries(
    Object.entries(sampleContents).map(([name, content]) => [name, lineOf(content)]),
  );
  expect(lines).toEqual({
    image: "Photo",
    album: "3 photos",
    video: "Video, 0:12",
    voice: "Voice note, 0:42",
    audio: "Audio, 3:05",
    document: "Invoice 2026-114.pdf",
    sticker: "Sticker",
    heart: "Heart",
    location: "Location: Philz Coffee",
    contacts: "Contact card: Kofi Mensah",
    order: "Order, 2 items",
    tap: "Tapped a button",
    form: "Filled in a form",
    storyMention: "Mentioned you in a story",
    share: "Shared a reel",
    template: "Template",
    interactive: "Interactive message",
    system: "Notice",
    unsupported: "Message that cannot be shown here",
  });
});

test("a caption says more than a kind", () => {
  expect(lineOf(sampleContents.image, "*Blue* one\n- a\n- b")).toBe("Blue one • a • b");
});

test("a row from before details were kept still has its kind", () => {
  const line = { kind: "audio", text: null, isRevoked: false, channel: "whatsapp" } as const;
  expect(previewText(t, line)).toBe("Audio");
});
