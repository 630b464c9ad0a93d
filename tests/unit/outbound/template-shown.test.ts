import { expect, test } from "vitest";
import type { ChannelTemplate } from "@/lib/channels/client";
import { shownTemplate } from "@/lib/inbox/outbound/template-shown";

const template: ChannelTemplate = {
  id: "1",
  name: "offer",
  language: "en",
  status: "APPROVED",
  category: "MARKETING",
  quality: null,
  rejectedReason: null,
  parameterFormat: "POSITIONAL",
  components: [
    { type: "HEADER", format: "TEXT", text: "For {{1}}" },
    { type: "BODY", text: "Hello {{1}}" },
    { type: "FOOTER", text: "Reply STOP" },
    { type: "BUTTONS", buttons: [{ type: "URL", text: "Shop", url: "https://example.com/{{1}}" }] },
    {
      type: "CAROUSEL",
      cards: [
        {
          components: [
            { type: "HEADER", format: "IMAGE" },
            { type: "BODY", text: "{{1}} left" },
            { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Keep one" }] },
          ],
        },
      ],
    },
  ],
};

test("a template is kept as the customer sees it, each card with its own words", () => {
  const text = (value: string) => [{ type: "text", text: value }];
  const components = [
    { type: "header", parameters: text("Amara") },
    { type: "body", parameters: text("you") },
    { type: "carousel", cards: [{ card_index: 0, components: [{ type: "body", parameters: text("3") }] }] },
  ];
  expect(shownTemplate(template, { kind: "template", name: "offer", language: "en", components })).toEqual({
    header: "For Amara",
    headerKind: null,
    footer: "Reply STOP",
    offer: null,
    buttons: ["Shop"],
    cards: [{ headerKind: "image", body: "3 left", buttons: ["Keep one"] }],
  });
});
