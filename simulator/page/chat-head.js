import { patch, remove } from "./api.js";
import { byId, el } from "./dom.js";
import { handleOf } from "./people.js";
import { refresh, selected, simNow } from "./store.js";

const hourMs = 3600_000;
let drawn = "";

/** Who this phone belongs to, and the switches that decide what the shop is told. */
export function drawChatHead() {
  const customer = selected();
  byId("chat-options").hidden = !customer;
  const mark = JSON.stringify([customer, customer && windowText(customer)]);
  if (mark === drawn) return;
  drawn = mark;
  byId("chat-head").replaceChildren(...(customer ? head(customer) : [el("h2", {}, "No phone yet")]));
  byId("chat-settings").replaceChildren(...(customer ? settings(customer) : []));
}

function head(customer) {
  return [
    el(
      "div",
      { class: "who" },
      el("h2", { dir: "auto" }, customer.name),
      el("div", { class: "sub" }, `${handleOf(customer)} · ${windowText(customer)}`),
    ),
    toggle(customer, "isChatOpen", "Chat open"),
    toggle(customer, "isPhoneOn", "Phone on"),
  ];
}

function settings(customer) {
  const age = el("select", {
    onchange: (event) => change(customer, { lastWroteAgoMs: Number(event.currentTarget.value) * hourMs }),
  });
  age.append(
    el("option", { value: "" }, "Choose"),
    ...[1, 23, 23.9, 25, 167, 200].map((hours) => el("option", { value: hours }, `${hours} h ago`)),
  );
  const all = [
    toggle(customer, "hasReadReceipts", "Read receipts"),
    toggle(customer, "isReachable", "Reachable"),
    el("label", {}, "Last wrote", age),
  ];
  if (customer.channel === "whatsapp")
    all.push(toggle(customer, "hasOptedOut", "Opted out of marketing"), numberButton(customer));
  else all.push(profileChoice(customer));
  const drop = el(
    "button",
    { type: "button", class: "danger", onclick: () => removeCustomer(customer) },
    "Remove",
  );
  return [...all, drop];
}

function toggle(customer, field, label) {
  const box = el("input", {
    type: "checkbox",
    role: "switch",
    checked: customer[field],
    onchange: (event) => change(customer, { [field]: event.currentTarget.checked }),
  });
  return el("label", { class: "switch" }, box, label);
}

function profileChoice(customer) {
  const choice = el("select", {
    onchange: (event) => change(customer, { profile: event.currentTarget.value }),
  });
  for (const [value, label] of [
    ["visible", "Visible"],
    ["needs_consent", "Needs consent (230)"],
    ["unknown", "Nobody Meta knows (9010)"],
  ]) {
    choice.append(el("option", { value, selected: customer.profile === value }, label));
  }
  return el("label", {}, "Profile", choice);
}

function numberButton(customer) {
  const run = () => change(customer, { phone: `1555${Math.floor(1e6 + Math.random() * 9e6)}` });
  return el("button", { type: "button", onclick: run }, "Take a new number");
}

async function change(customer, body) {
  await patch(`/customers/${customer.id}`, body);
  await refresh();
}

async function removeCustomer(customer) {
  if (!window.confirm(`Remove ${customer.name} and the chat?`)) return;
  await remove(`/customers/${customer.id}`);
  await refresh();
}

/** How long the shop may still write freely. */
function windowText(customer) {
  if (customer.lastWroteAt === null) return "never wrote";
  const leftMs = customer.lastWroteAt + 24 * hourMs - simNow();
  if (leftMs <= 0) return "window closed";
  const minutes = Math.floor(leftMs / 60_000);
  return minutes >= 60 ? `window ${Math.floor(minutes / 60)} h ${minutes % 60} m` : `window ${minutes} m`;
}
