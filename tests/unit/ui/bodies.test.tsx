import { expect, test } from "vitest";
import { drawMessage } from "./support/draw";
import { sampleContents, sampleMedia, sampleMessage, sampleText } from "./support/sample-messages";

const draw = (kind: keyof typeof sampleContents, more = {}) =>
  drawMessage(sampleMessage(sampleContents[kind], more));

test("every kind says what it is, in words for those who do not see it", async () => {
  const said: [keyof typeof sampleContents, string[]][] = [
    ["image", ['aria-label="Photo from Amara, 12:04"', "size=thumb"]],
    ["album", ['aria-label="3 photos"', "Photo 2 of 3 from Amara, 12:04"]],
    ["video", ['aria-label="Video from Amara, 12:04"', "<video", "0:12"]],
    ["voice", ['aria-label="Voice note from Amara, 12:04, 0:42"', 'aria-label="Play"', 'type="range"']],
    ["audio", ['aria-label="Audio from Amara, 12:04, 3:05"']],
    ["document", ["Invoice 2026-114.pdf", "PDF · 1.2 MB", "download=1"]],
    ["sticker", ['alt="Sticker from Amara, 12:04"', "prefers-reduced-motion"]],
    ["heart", ['aria-label="Heart from Amara, 12:04"']],
    ["location", ["Philz Coffee", "101 Forest Ave, Palo Alto", "37.44221, -122.16165", "Open in Maps"]],
    [
      "contacts",
      ["Kofi Mensah", "+1 (415) 555-0829", "Save Kofi Mensah as contact", "confirmed by WhatsApp"],
    ],
    ["order", ["mug-blue", "€55.00"]],
    ["tap", ["Tapped: Priority Mail", "Next day"]],
    ["form", ["First name", "Amara", "Is member", "Yes", "City", "Lagos", "12 Marina Rd, Floor 3"]],
    ["storyMention", ["Mentioned you in their story", 'aria-label="Story from Amara, 12:04"']],
    ["share", ["Shared a reel", "Autumn glazes", "https://www.instagram.com/reel/abc"]],
    ["template", ["Your order", "Reply STOP to opt out", "Track it", "Template order_update, en"]],
    ["interactive", ["Delivery", "How shall we send it?", "Prices include tax", "Courier", "Next day"]],
    ["system", ["The customer changed their number from +15551234567 to +15557654321."]],
    ["unsupported", ["The customer sent a poll.", "Open the phone app"]],
  ];
  expect(said.map(([kind]) => kind).sort()).toEqual(Object.keys(sampleContents).sort());
  for (const [kind, words] of said) {
    const html = await draw(kind);
    for (const word of words) expect(html, kind).toContain(word);
  }
});

test("the token of a form is not shown", async () => {
  expect(await draw("form")).not.toContain("secret");
});

test("the browser is given no address of Meta's files", async () => {
  for (const kind of Object.keys(sampleContents) as (keyof typeof sampleContents)[]) {
    expect(await draw(kind), kind).not.toContain("fbsbx");
  }
});

test.each([
  ["pending", {}, "Fetching…"],
  ["failed", { failure: "unreachable" }, "Photo could not be fetched. Meta could not be reached."],
  ["expired", {}, "Photo is no longer at Meta. Ask the customer to send it again."],
] as const)("a file that is %s says so in the place it would take", async (state, more, words) => {
  const content = { kind: "image", media: [sampleMedia({ state, ...more })] } as const;
  const html = await drawMessage(sampleMessage({ ...content, media: [...content.media] }));
  expect(html).toContain(words);
  expect(html).toContain("aspect-ratio:320 / 240");
  expect(html.includes(">Try again<")).toBe(state === "failed");
});

test("a viewer may not fetch a file again", async () => {
  const message = sampleMessage({ kind: "image", media: [sampleMedia({ state: "failed" })] });
  expect(await drawMessage(message, { role: "viewer" })).not.toContain("Try again<");
});

test("a message without the file it tells of says so", async () => {
  expect(await drawMessage(sampleMessage({ kind: "video", media: [] }))).toContain("Meta sent no file");
});

test("a file from before there were copies says so", async () => {
  const media = { mediaId: "1", url: null, mimeType: "image/jpeg", sha256: null };
  expect(await drawMessage(sampleMessage({ kind: "image", media: [media] }))).toContain(
    "No copy of this was kept.",
  );
});

test("a voice note offers MP4 to browsers that do not know Ogg only when it is played", async () => {
  const html = await draw("voice");
  expect(html).toContain("0:42");
  expect(html).not.toContain("<audio");
});

test("a removed message is kept behind a press", async () => {
  const html = await drawMessage(sampleText("too much said", { revokedAt: 1 }));
  expect(html).toContain("The customer removed this message");
  expect(html).toContain("Show what was removed");
  expect(html).not.toContain("too much said");
});

test("an ad tells its headline, its words and where it is", async () => {
  const referral = {
    source_type: "ad",
    headline: "Mugs",
    body: "Hand made",
    source_url: "https://fb.me/x",
    media_type: "image",
    image_url: "https://scontent.example/ad.jpg",
  };
  const html = await drawMessage(sampleText("Hi", { referral }));
  for (const words of ["From an ad", "Mugs", "Hand made", "https://fb.me/x"]) expect(html).toContain(words);
  expect(html).not.toContain("scontent");
});

test("an ad of Instagram's, a post, a shop and a link each have their name", async () => {
  const named = [
    [{ ad_id: "1", ads_context_data: { ad_title: "Spring" } }, "From an ad"],
    [{ source_type: "post" }, "From a post"],
    [{ product: { id: "77" } }, "From the shop"],
    [{ ref: "bio", source: "IGME" }, "From a link"],
  ] as const;
  for (const [referral, words] of named) {
    expect(await drawMessage(sampleText("Hi", { referral }))).toContain(words);
  }
});

test("a quote shows the quoted words, a picture of it, and goes there", async () => {
  const quoted = sampleMessage(sampleContents.image, { id: "q" });
  const replyTo = { providerMessageId: null, messageId: "q", story: null, product: null };
  const message = sampleText("This one", { replyTo });
  const html = await drawMessage(message, { thread: [quoted, message] });
  expect(html).toContain('title="Go to the quoted message"');
  expect(html).toContain("/q/0?size=thumb");
});

test("a quoted message that is not loaded can still be gone to", async () => {
  const replyTo = { providerMessageId: null, messageId: "old", story: null, product: null };
  expect(await drawMessage(sampleText("Yes", { replyTo }))).toContain("An earlier message, go to it");
});

test("a story reply shows the copied story, or that it is gone", async () => {
  const story = { id: "1", url: "https://lookaside.fbsbx.com/x", media: sampleMedia() };
  const replyTo = { providerMessageId: null, messageId: null, product: null };
  const kept = await drawMessage(sampleText("Nice", { replyTo: { ...replyTo, story } }));
  expect(kept).toContain("/m1/story?size=thumb");
  const gone = await drawMessage(
    sampleText("Nice", {
      replyTo: { ...replyTo, story: { ...story, media: sampleMedia({ state: "expired" }) } },
    }),
  );
  expect(gone).toContain("Story is gone");
});

test("quiet lines tell who or what sent it and from where it came", async () => {
  expect(await drawMessage(sampleText("a", { forwarded: "many" }))).toContain("Forwarded many times");
  expect(await drawMessage(sampleText("a", { isHistory: true }))).toContain("phone app’s history");
  const ours = { direction: "outbound", author: { kind: "system", id: null, name: null } } as const;
  expect(await drawMessage(sampleText("a", { ...ours, automation: "parked" }))).toContain("Sent by itself");
  expect(await drawMessage(sampleText("a", { ...ours, tag: "human_agent" }))).toContain("after 24 hours");
});

test("reactions of both sides are named, and those taken back are not drawn", async () => {
  const reactions = [
    { from: "contact", emoji: "👍", at: 1 },
    { from: "business", emoji: "❤️", at: 2 },
  ] as const;
  const html = await drawMessage(sampleText("a", { reactions: [...reactions] }));
  expect(html).toContain("The customer reacted 👍");
  expect(html).toContain("You reacted ❤️");
  expect(
    await drawMessage(sampleText("a", { reactions: [{ from: "contact", emoji: "", at: 1 }] })),
  ).not.toContain("reacted");
});

test("an edited message offers its earlier texts", async () => {
  const html = await drawMessage(sampleText("b", { editedAt: 2, edits: [{ text: "a", at: 1 }] }));
  expect(html).toContain('title="Show the earlier texts"');
});

test("a template is drawn as it was when it was sent, cards too", async () => {
  const shown = {
    header: null,
    headerKind: "image",
    footer: "Until Sunday",
    offer: "Two for one",
    buttons: ["Shop now"],
    cards: [{ headerKind: "video", body: "Mug for *Amara*", buttons: ["Buy"] }],
  } as const;
  const html = await drawMessage(
    sampleMessage(
      {
        ...sampleContents.template,
        components: [],
        shown: { ...shown, buttons: [...shown.buttons], cards: [{ ...shown.cards[0], buttons: ["Buy"] }] },
      },
      { text: "Hello" },
    ),
  );
  for (const words of [
    "Photo",
    "Until Sunday",
    "Two for one",
    "Shop now",
    "<strong>Amara</strong>",
    "Buy",
    "Hello",
  ]) {
    expect(html).toContain(words);
  }
});

test("a template whose words were not known shows what was filled in", async () => {
  const components = [{ type: "body", parameters: [{ type: "text", text: "1042" }] }];
  const html = await drawMessage(sampleMessage({ kind: "template", name: "n", language: "en", components }));
  expect(html).toContain("Filled in with: 1042");
});
