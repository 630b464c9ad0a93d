import { bubble, summary } from "./bubble.js";
import { byId, dayText, el, reconcile, timeText } from "./dom.js";
import { selected, simNow, store } from "./store.js";

const emoji = ["👍", "❤️", "😂", "😮", "🙏"];

let isPinned = true;

/** Keeps the end in sight while pictures load and the pane changes its height, unless somebody scrolled up. */
export function startThread() {
  const thread = byId("thread");
  thread.addEventListener("scroll", () => {
    isPinned = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
  });
  thread.addEventListener("load", keepPinned, true);
  new ResizeObserver(keepPinned).observe(thread);
}

/** The chat, oldest first. */
export function drawThread(actions) {
  const thread = byId("thread");
  const customer = selected();
  if (thread.dataset.customer !== (customer?.id ?? "")) isPinned = true;
  thread.dataset.customer = customer?.id ?? "";
  const isTyping = store.typingUntil !== null && store.typingUntil > simNow();
  byId("typing").textContent = customer && isTyping ? "The shop is typing …" : "";
  reconcile(thread, customer ? rows(actions) : [hint("none", "Add somebody to have a phone.")]);
  keepPinned();
}

function keepPinned() {
  if (isPinned) byId("thread").scrollTop = byId("thread").scrollHeight;
}

function rows(actions) {
  if (store.messages.length === 0) return [hint("empty", "Nothing here yet. Write the first message below.")];
  const all = [];
  let day = "";
  for (const message of store.messages) {
    if (dayText(message.at) !== day) {
      day = dayText(message.at);
      const text = day;
      all.push({ key: `day ${text}`, mark: text, draw: () => el("div", { class: "day" }, text) });
    }
    all.push({
      key: message.providerMessageId,
      mark: JSON.stringify([message, latestStep(message)?.status]),
      draw: () => line(message, actions),
    });
  }
  return all;
}

function hint(key, text) {
  return { key, mark: text, draw: () => el("p", { class: "empty" }, text) };
}

function line(message, actions) {
  const isMine = message.from === "customer";
  const tools = el(
    "span",
    { class: "tools", role: "group", "aria-label": "What to do", hidden: true },
    ...toolsOf(message, actions),
  );
  const more = el("button", {
    type: "button",
    class: "quiet",
    "aria-expanded": "false",
    "aria-label": `Actions for: ${summary(message)}`,
    onclick: () => {
      tools.hidden = !tools.hidden;
      more.setAttribute("aria-expanded", String(!tools.hidden));
    },
  });
  more.textContent = "⋯";
  return el(
    "div",
    { class: isMine ? "line mine" : "line" },
    bubble(message, actions),
    el("div", { class: "under" }, ...under(message), more, tools),
  );
}

function under(message) {
  const { customer, business } = message.reactions;
  return [
    el("span", {}, timeText(message.at)),
    message.editedAt && !message.deletedAt ? el("span", {}, "edited") : null,
    customer ? el("span", { title: "Your reaction" }, customer) : null,
    business ? el("span", { title: "The shop's reaction" }, `${business} shop`) : null,
    message.from === "customer" ? readMark(message) : told(message),
  ].filter(Boolean);
}

function readMark(message) {
  const isRead = message.readByBusinessAt !== null;
  return el(
    "span",
    { title: isRead ? `Read by the shop at ${timeText(message.readByBusinessAt)}` : "Not read yet" },
    isRead ? "✓✓ read" : "✓",
  );
}

/** What Meta told the shop about its message. */
function told(message) {
  const step = latestStep(message);
  if (!step) return el("span", {}, "shop");
  const times = message.statuses.map((row) => `${row.status} ${timeText(row.at)}`).join(", ");
  return el(
    "span",
    { class: step.status === "failed" ? "failed" : null, title: times },
    `shop · ${step.status}`,
  );
}

function latestStep(message) {
  return message.statuses.filter((row) => row.at <= simNow()).at(-1) ?? message.statuses[0];
}

function toolsOf(message, actions) {
  if (message.deletedAt) return [];
  const tool = (label, run, name = label) =>
    el("button", { type: "button", class: "quiet", "aria-label": name, onclick: run }, label);
  const own = message.reactions.customer;
  const reactions = emoji.map((sign) =>
    tool(
      sign,
      () => actions.react(message, own === sign ? null : sign),
      own === sign ? `Take back ${sign}` : `React with ${sign}`,
    ),
  );
  const all = [tool("Reply", () => actions.reply(message)), ...reactions];
  if (message.from !== "customer") return all;
  if (message.text !== null) all.push(tool("Edit", () => actions.edit(message)));
  return [...all, tool("Delete", () => actions.revoke(message))];
}
