import { el } from "./dom.js";
import { store } from "./store.js";

/** One message as the phone shows it. */
export function bubble(message, actions) {
  if (message.deletedAt) return el("div", { class: "bubble" }, el("span", { class: "gone" }, "Deleted"));
  const quoted = message.replyTo
    ? store.messages.find((row) => row.providerMessageId === message.replyTo)
    : null;
  const isPlain = !message.text && !message.media && !message.header;
  return el(
    "div",
    { class: "bubble", dir: "auto" },
    message.replyTo ? el("div", { class: "quote" }, quoted ? summary(quoted) : "An older message") : null,
    message.header ? el("div", { class: "head" }, message.header) : null,
    message.media ? media(message) : null,
    message.text ? el("div", {}, message.text) : null,
    place(message),
    isPlain ? el("div", { class: "gone" }, words[message.kind] ?? message.kind) : null,
    message.footer ? el("div", { class: "foot" }, message.footer) : null,
    message.options.length > 0 ? taps(message, actions) : null,
  );
}

/** Where a shared place is, as a link to a map. */
function place({ wire }) {
  const { latitude, longitude } = wire?.location ?? {};
  if (latitude === undefined) return null;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
  return el("a", { href, target: "_blank", rel: "noreferrer" }, `${latitude}, ${longitude}`);
}

/** A message in a few words, for quotes and labels. */
export function summary(message) {
  return message.text || message.header || words[message.kind] || message.kind;
}

const words = {
  image: "Photo",
  video: "Video",
  audio: "Audio",
  document: "Document",
  sticker: "Sticker",
  location: "Location",
  contacts: "Contact card",
  order: "Order",
  form: "Filled-in form",
  album: "Several pictures",
  like_heart: "❤️",
  story_mention: "Mentioned the shop in a story",
  story_reply: "Answered a story",
  share: "Shared a post",
  referral: "Came by a link",
  unsupported: "Something the shop cannot see",
};

function media(message) {
  const { mediaId, link, filename, mimeType } = message.media;
  const url = mediaId ? `/sim/media/${mediaId}` : link;
  const alt = message.text || words[message.kind] || "Media";
  const type = mimeType ?? "";
  if (message.kind === "audio")
    return el("audio", { src: url, controls: true, preload: "none", "aria-label": alt });
  if (message.kind === "video" || type.startsWith("video/")) {
    return el("video", { src: url, controls: true, preload: "none", "aria-label": alt });
  }
  const isPicture = message.kind === "image" || message.kind === "sticker" || type.startsWith("image/");
  if (isPicture) return el("img", { src: url, alt, loading: "lazy" });
  return el("a", { href: url, target: "_blank", rel: "noreferrer" }, filename ?? "Open the file");
}

function taps(message, actions) {
  return el(
    "div",
    { class: "taps" },
    ...message.options.map((option, at) => {
      const label = option.description ? `${option.title} – ${option.description}` : option.title;
      if (option.kind === "link")
        return el("a", { href: option.id, target: "_blank", rel: "noreferrer" }, label);
      return el("button", { type: "button", onclick: () => actions.tap(message, at) }, label);
    }),
  );
}
