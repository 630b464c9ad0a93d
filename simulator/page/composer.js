import { post } from "./api.js";
import { summary } from "./bubble.js";
import { byId, el } from "./dom.js";
import { refresh, selected, store } from "./store.js";

const both = [
  ["Photo", { kind: "image", sample: "mug", caption: "Like this one?" }],
  ["Video", { kind: "video" }],
  ["Voice note", { kind: "voice" }],
  ["Audio file", { kind: "audio" }],
  ["PDF", { kind: "document", filename: "receipt.pdf" }],
  ["Sticker", { kind: "sticker" }],
  ["Odd message", { kind: "unsupported" }],
];
const kinds = {
  whatsapp: [
    ...both,
    [
      "Location",
      {
        kind: "location",
        name: "Café Progresso",
        address: "Rua do Ouro 12, Lisboa",
        latitude: 38.7107,
        longitude: -9.1384,
      },
    ],
    ["Moving sticker", { kind: "sticker", sample: "wave", isAnimated: true }],
    ["Contact card", { kind: "contacts", name: "Ravi Nair", phone: "+91 98765 43210" }],
    ["Own number", { kind: "contacts", name: "My number", phone: "+91 98765 43211", isOwnNumber: true }],
    ["Forwarded", { kind: "text", text: "Fair on the square this Sunday!", forwarded: "many" }],
    ["Missed call", { kind: "call" }],
    ["May call", { kind: "call_permission" }],
    ["New security code", { kind: "identity_changed" }],
    ["Order", { kind: "order" }],
    ["Form", { kind: "form" }],
    ["From an advert", { kind: "text", text: "Hi, I saw your advert", referral: advert() }],
    ["Stop marketing", { kind: "preference", value: "stop" }],
  ],
  instagram: [
    ...both,
    ["Heart", { kind: "like_heart" }],
    ["Story reply", { kind: "story_reply", text: "Where is this from?" }],
    ["Story mention", { kind: "story_mention" }],
    ["Album", { kind: "album" }],
    ["Shared post", { kind: "share", sample: "vase" }],
    ["Shared reel", { kind: "share", sample: "wheel", source: "reel" }],
    ["Shared story", { kind: "share", sample: "bowl", source: "story" }],
    ["Picture seen once", { kind: "unsupported", reason: "ephemeral" }],
    ["Ice breaker", { kind: "postback", text: "Do you ship abroad?", payload: "SHIPPING" }],
  ],
};

let replyTo = null;
let editing = null;
let kindsFor = null;

/** Everything the customer can do; each shows its error under the field. */
export const actions = {
  reply: (message) => setMode(message, null),
  edit: (message) => {
    setMode(null, message);
    byId("composer-text").value = message.text ?? "";
  },
  revoke: (message) => act({ kind: "revoke", messageId: message.providerMessageId }),
  react: (message, emoji) => act({ kind: "reaction", messageId: message.providerMessageId, emoji }),
  tap: (message, at) =>
    act({ kind: "tap", messageId: message.providerMessageId, optionId: message.options[at].id }),
};

export function startComposer() {
  const text = byId("composer-text");
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send(text);
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Escape") setMode(null, null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(text);
  });
  byId("attach-open").addEventListener("click", (event) => {
    byId("attach").hidden = !byId("attach").hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!byId("attach").hidden));
  });
  byId("file").addEventListener("change", (event) => sendFile(event.currentTarget));
}

export function drawComposer() {
  const customer = selected();
  byId("composer").hidden = !customer;
  if (!customer || kindsFor === customer.channel) return;
  kindsFor = customer.channel;
  const buttons = kinds[customer.channel].map(([label, body]) =>
    el("button", { type: "button", onclick: () => act(body) }, label),
  );
  const upload = el("button", { type: "button", onclick: () => byId("file").click() }, "Own file …");
  const business = el("button", { type: "button", onclick: answerAsShop }, "Shop answers from its phone");
  byId("attach").replaceChildren(upload, ...buttons, business);
}

async function send(field) {
  const text = field.value;
  if (!text.trim()) return;
  field.value = "";
  const body = editing
    ? { kind: "edit", messageId: editing.providerMessageId, text }
    : { kind: "text", text, replyTo: replyTo?.providerMessageId };
  setMode(null, null);
  await act(body);
}

function answerAsShop() {
  act({ kind: "business_phone", text: byId("composer-text").value || "We will be right with you." });
  byId("composer-text").value = "";
}

async function sendFile(input) {
  const file = input.files[0];
  if (!file) return;
  const base64 = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1]);
    reader.readAsDataURL(file);
  });
  const kind = ["image", "video", "audio"].find((name) => file.type.startsWith(`${name}/`)) ?? "document";
  input.value = "";
  await act({ kind, base64, mimeType: file.type || "application/octet-stream", filename: file.name });
}

async function act(body) {
  byId("composer-error").textContent = "";
  try {
    await post(`/customers/${encodeURIComponent(store.selectedId)}/messages`, body);
    await refresh();
  } catch (error) {
    byId("composer-error").textContent = error.message;
  }
}

function setMode(reply, edit) {
  replyTo = reply;
  editing = edit;
  const mode = byId("composer-mode");
  mode.hidden = !reply && !edit;
  const label = reply ? `Answering: ${summary(reply)}` : `Editing: ${edit ? summary(edit) : ""}`;
  mode.replaceChildren(
    el("span", {}, label),
    el("button", { type: "button", class: "quiet", onclick: () => setMode(null, null) }, "Cancel"),
  );
  byId("composer-text").focus();
}

function advert() {
  return {
    source_url: "https://fb.me/spring",
    source_id: "120210000000000000",
    source_type: "ad",
    headline: "New mugs, hand thrown",
    body: "Write to us and we put one aside.",
    media_type: "image",
    image_url: "https://example.com/advert.png",
    ctwa_clid:
      "ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0-eM-GABDLOPaOdRMv-_zfUQ2a",
  };
}
