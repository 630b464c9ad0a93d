import { expect } from "vitest";
import { nobody } from "@/lib/channels/person";

/** What each Instagram fixture becomes: one row for each item, as far as it matters. */
type Row = { kind: string } & Record<string, unknown>;

const chloe = { ...nobody, igsid: "56001002003004001" };
const cdn = (id: number | string) => `https://lookaside.example/ig_messaging_cdn/?asset_id=${id}`;
const files = (...ids: number[]) => ids.map((id) => ({ mediaId: null, url: cdn(id) }));

/** Any readable reason. */
const expectText: unknown = expect.stringMatching(/.{6,}/);

const message = (kind: string, rest: Record<string, unknown> = {}): Row => ({
  kind: `message.${kind}`,
  event: { type: "message", origin: "customer", kind, person: chloe, ...rest },
});
const echo = (kind: string, rest: Record<string, unknown> = {}): Row => ({
  kind: `echo.${kind}`,
  event: { type: "message", origin: "phone", kind, person: chloe, ...rest },
});
const share = (source: string, rest: Record<string, unknown>) =>
  message("share", { content: { source, ...rest } });
const reaction = (emoji: string | null): Row => ({
  kind: "message.reaction",
  event: { type: "reaction", targetProviderMessageId: "mid.PARLEYTARGET", emoji, person: chloe },
});
const ignored = (kind: string): Row => ({ kind, ignored: expectText });

export const instagramRows: Record<string, Row[]> = {
  "message-text": [
    message("text", {
      text: "Bonjour, c'est encore disponible ? 🌿",
      providerMessageId: "mid.PARLEY0001",
      replyTo: null,
      referral: null,
      isStandby: false,
      sentAt: 1793520060000,
    }),
  ],
  "message-text-reply": [
    message("text", { replyTo: { providerMessageId: "mid.PARLEYQUOTED", story: null, product: null } }),
  ],
  "message-text-story-reply": [
    message("text", {
      replyTo: { providerMessageId: null, story: { id: "18100000000000001", url: cdn("story") } },
    }),
  ],
  "message-text-product-referral": [message("text", { referral: { product: { id: "4040" } } })],
  "message-text-ad-referral": [message("text", { referral: { source: "ADS", ad_id: "120200000001" } })],
  "message-text-self-test": [message("text", { text: "test" })],
  "message-image": [message("image", { text: null, content: { kind: "image", media: files(1) } })],
  "message-album": [message("image", { content: { media: files(2, 3, 4) } })],
  "message-video": [message("video", { content: { media: files(5) } })],
  "message-audio": [message("audio", { content: { media: files(6), isVoice: false } })],
  "message-file": [message("document", { content: { media: files(7), filename: null } })],
  "message-like-heart": [message("sticker", { content: { isHeart: true, media: [] } })],
  "message-image-without-payload": [message("image", { content: { media: [] } })],
  "message-share": [share("share", { url: "https://www.instagram.com/p/PARLEY/", mediaId: null })],
  "message-ig-post": [share("post", { url: cdn(8), title: "Nouvelle serre", mediaId: "17990000000000001" })],
  "message-share-and-ig-post": [
    share("post", {
      url: "https://www.instagram.com/p/PARLEY/",
      title: "Nouvelle serre",
      mediaId: "17990000000000001",
    }),
  ],
  "message-ig-reel": [share("reel", { url: cdn(9), title: "Rempotage", mediaId: "17990000000000002" })],
  "message-reel": [share("reel", { url: cdn(10), mediaId: "17990000000000003" })],
  "message-ig-story": [share("story", { url: cdn(11), mediaId: "18030000000000001" })],
  "message-story-mention": [message("story_mention", { content: { url: cdn(12), storyId: null } })],
  "message-ephemeral": [message("unsupported", { content: { type: "ephemeral" } })],
  "message-unsupported": [message("unsupported", { content: { type: null } })],
  "message-future-attachment": [message("unsupported", { content: { type: "hologram" } })],
  "message-empty": [message("unsupported", { text: null })],
  "message-without-mid": [
    message("text", {
      providerMessageId: expect.stringMatching(/^derived\.[\w-]{43}$/),
    }),
  ],
  "message-quick-reply": [
    message("tap", { text: "Suivre ma commande", content: { source: "quick_reply", payload: "TRACK" } }),
  ],
  "message-deleted": [
    {
      kind: "message.revoke",
      event: { type: "revoke", origin: "customer", targetProviderMessageId: "mid.PARLEY0027" },
    },
  ],
  "standby-text": [message("text", { isStandby: true })],
  "echo-text": [echo("text", { text: "Oui, il en reste deux" })],
  "echo-template": [echo("interactive", { content: { kind: "interactive" } })],
  "echo-fallback-with-text": [echo("text", { text: "Voici : https://plantes.example" })],
  "echo-deleted": [{ kind: "echo.revoke", event: { type: "revoke", origin: "phone" } }],
  postback: [
    message("tap", {
      text: "Vos horaires ?",
      providerMessageId: "mid.PARLEYPOSTBACK",
      content: { source: "postback", payload: "HOURS" },
    }),
  ],
  "postback-with-referral": [message("tap", { referral: { ref: "automne", source: "SHORTLINK" } })],
  "reaction-react": [reaction("❤️")],
  "reaction-react-without-emoji": [reaction("😮")],
  "reaction-unreact": [reaction(null)],
  read: [{ kind: "read", event: { type: "read", person: chloe, providerMessageId: "mid.PARLEYSENT" } }],
  "message-edit": [
    {
      kind: "message.edit",
      event: {
        type: "edit",
        targetProviderMessageId: "mid.PARLEYTARGET",
        text: "Bonjour, il en reste ?",
        editNumber: 2,
      },
    },
  ],
  "message-edit-announced": [
    {
      kind: "message.edit",
      event: { type: "edit", targetProviderMessageId: "mid.PARLEYUNSEEN", text: null, editNumber: 0 },
    },
  ],
  referral: [{ kind: "referral", event: { type: "referral", person: chloe, referral: { ref: "automne" } } }],
  optin: [ignored("messaging.optin")],
  "pass-thread-control": [
    {
      kind: "messaging.pass_thread_control",
      event: { content: { kind: "system", event: "control_ours", body: null }, control: { by: null } },
    },
  ],
  "standby-pass-thread-control": [
    {
      kind: "messaging.pass_thread_control",
      event: { content: { event: "control_theirs", body: "263902037430900" } },
    },
  ],
  "request-thread-control": [
    {
      kind: "messaging.request_thread_control",
      event: { content: { event: "control_requested", body: "400500" } },
    },
  ],
  "take-thread-control": [
    {
      kind: "messaging.take_thread_control",
      event: {
        type: "message",
        person: { igsid: "56001002003004001" },
        content: { kind: "system", event: "control_theirs", body: null },
        control: { by: "unknown" },
      },
    },
  ],
  "change-messages": [message("text", { text: "Depuis changes", sentAt: 1793523000000 })],
  "change-comments": [ignored("field.comments")],
  "change-mentions": [ignored("field.mentions")],
  "batch-two-accounts": [
    message("text", { text: "un" }),
    { kind: "messaging", error: expectText },
    message("text", { text: "deux" }),
    {
      kind: "message.text",
      channel: { type: "instagram", accountId: "17840000000000002" },
      event: { text: "autre" },
    },
  ],
};
