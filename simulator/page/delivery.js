import { patch, post } from "./api.js";
import { byId, el } from "./dom.js";
import { refresh, store } from "./store.js";
import { webhookGroups } from "./webhook-setup.js";

const numbers = [
  ["sentDelayMs", "Sent after, ms"],
  ["deliveredDelayMs", "Delivered after, ms"],
  ["readDelayMs", "Read after, ms"],
  ["extraDelayMs", "Extra delay, ms"],
  ["reorderMs", "Shuffle within, ms"],
  ["duplicateChance", "Duplicates, 0–1"],
  ["batchSize", "Updates a POST"],
  ["concurrency", "POSTs at a time"],
];
const flags = [
  ["isStatusBeforeAnswer", "Statuses before the send's answer"],
  ["isPairLimited", "Pair limit (131056)"],
  ["hasHumanAgent", "Instagram's 7-day tag is approved"],
];
let drawn = "";

/** How webhooks go out, and the simulator's clock. Drawn again only when the options changed elsewhere. */
export function drawDelivery() {
  const mark = JSON.stringify([store.delivery, store.state?.clockOffsetMs, store.state?.subscribed]);
  const panel = byId("panel-delivery");
  if (mark === drawn || !store.delivery || panel.contains(document.activeElement)) return;
  drawn = mark;
  panel.replaceChildren(optionGroup(), clockGroup(), appGroup(), ...webhookGroups());
}

function optionGroup() {
  const fields = numbers.map(([name, label]) =>
    el(
      "label",
      {},
      label,
      el("input", {
        type: "number",
        min: 0,
        step: name === "duplicateChance" ? 0.1 : 1,
        value: store.delivery[name],
        onchange: (event) => change({ [name]: Number(event.currentTarget.value) }),
      }),
    ),
  );
  const switches = flags.map(([name, label]) =>
    el(
      "label",
      { class: "switch" },
      el("input", {
        type: "checkbox",
        role: "switch",
        checked: store.delivery[name],
        onchange: (event) => change({ [name]: event.currentTarget.checked }),
      }),
      label,
    ),
  );
  return el(
    "div",
    { class: "group" },
    el("h3", {}, "Webhooks"),
    el("div", { class: "pair" }, ...fields),
    ...switches,
  );
}

function clockGroup() {
  const offsetHours = Math.round((store.state.clockOffsetMs / 3600_000) * 10) / 10;
  const move = (label, body) =>
    el("button", { type: "button", onclick: () => post("/clock", body).then(refresh) }, label);
  return el(
    "div",
    { class: "group" },
    el("h3", {}, "Clock"),
    el(
      "p",
      {},
      offsetHours === 0
        ? "The simulator's clock is right."
        : `The simulator's clock is ${offsetHours} h ahead.`,
    ),
    el(
      "div",
      { class: "row" },
      move("+1 h", { advanceMs: 3600_000 }),
      move("+24 h", { advanceMs: 86_400_000 }),
      move("Set right", { offsetMs: 0 }),
    ),
  );
}

function appGroup() {
  const result = el("p", { role: "status" });
  const shake = async () => {
    const { items } = await post("/handshake");
    result.textContent = items
      .map(
        (row) => `${row.channel}: ${row.isVerified ? "verified" : `refused (${row.status ?? "no answer"})`}`,
      )
      .join(" · ");
  };
  const off = Object.entries(store.state.subscribed)
    .filter(([, isOn]) => !isOn)
    .map(([channel]) => channel);
  return el(
    "div",
    { class: "group" },
    el("h3", {}, "The app"),
    el("p", {}, store.delivery.appUrl ?? "No address: webhooks go nowhere."),
    off.length > 0 ? el("p", {}, `Not subscribed: ${off.join(", ")}`) : null,
    el("div", { class: "row" }, el("button", { type: "button", onclick: shake }, "Verify webhooks")),
    result,
  );
}

async function change(body) {
  await patch("/delivery", body);
  await refresh();
}
