import { post, remove } from "./api.js";
import { byId, el, reconcile } from "./dom.js";
import { refresh, store } from "./store.js";

const kinds = [
  ["expired_token", "Token expired (190)"],
  ["rate_limit:130429", "Throughput reached (130429)"],
  ["rate_limit:131056", "Pair limit (131056)"],
  ["rate_limit:80007", "Account limit (80007)"],
  ["rate_limit:4", "App limit (4)"],
  ["slow", "Slow (3 s)"],
  ["timeout_after_accept", "No answer after accepting"],
  ["timeout_before_accept", "No answer, not accepted"],
  ["drop_after_accept", "Cut after accepting"],
  ["drop_before_accept", "Cut, not accepted"],
  ["error_after_accept", "500 after accepting"],
  ["failed_status:131026", "Fails later: not on WhatsApp (131026)"],
  ["failed_status:131049", "Fails later: withheld (131049)"],
  ["failed_status:131050", "Fails later: opted out (131050)"],
  ["failed_status:131047", "Fails later: window (131047)"],
  ["silent", "Accepted, no webhook tells"],
  ["server_error", "500 with Meta's body"],
  ["html_error", "502 with a page"],
  ["template_paused", "Template paused (132015)"],
  ["error:131042", "Payment trouble (131042)"],
  ["error:10", "Permission missing (10)"],
];
const endpoints = ["send", "read", "media", "download", "templates", "profile", "fields", "subscribe", "any"];

/** Faults that are on, the form that adds one, and the storm. */
export function startFaults() {
  byId("panel-faults").append(
    faultForm(),
    el("ul", { class: "entries", id: "faults", "aria-label": "Faults that are on" }),
    stormForm(),
  );
}

export function drawFaults() {
  const rows = store.faults.map((fault) => ({
    key: fault.id,
    mark: JSON.stringify(fault),
    draw: () => row(fault),
  }));
  const none = { key: "none", mark: "none", draw: () => el("li", { class: "sub" }, "No fault is on.") };
  reconcile(byId("faults"), rows.length > 0 ? rows : [none]);
}

function faultForm() {
  const form = el(
    "form",
    { class: "group" },
    el("h3", {}, "Make Meta fail"),
    el("label", {}, "What", select("kind", kinds)),
    el(
      "div",
      { class: "pair" },
      el(
        "label",
        {},
        "On",
        select(
          "endpoint",
          endpoints.map((name) => [name, name]),
        ),
      ),
      el(
        "label",
        {},
        "How often",
        select("remaining", [
          ["1", "Once"],
          ["3", "3 times"],
          ["10", "10 times"],
          ["", "Until removed"],
        ]),
      ),
    ),
    el("div", { class: "row" }, el("button", { class: "primary" }, "Turn on")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [kind, code] = form.elements.kind.value.split(":");
    const remaining = form.elements.remaining.value;
    await post("/faults", {
      kind,
      ...(code ? { code: Number(code) } : {}),
      endpoint: form.elements.endpoint.value,
      remaining: remaining ? Number(remaining) : null,
    });
    await refresh();
  });
  return form;
}

function stormForm() {
  const form = el(
    "form",
    { class: "group" },
    el("h3", {}, "Webhook storm"),
    el(
      "div",
      { class: "pair" },
      el(
        "label",
        {},
        "Messages",
        el("input", { name: "messages", type: "number", min: 1, max: 100000, value: 100 }),
      ),
      el(
        "label",
        {},
        "Customers",
        el("input", { name: "customers", type: "number", min: 1, max: 10000, value: 10 }),
      ),
    ),
    el(
      "label",
      {},
      "Channel",
      select("channel", [
        ["whatsapp", "WhatsApp"],
        ["instagram", "Instagram"],
      ]),
    ),
    el(
      "div",
      { class: "row" },
      el("button", {}, "Start the storm"),
      el("span", { role: "status", class: "sub" }),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { messages, customers, channel } = form.elements;
    const run = await post("/storm", {
      messages: Number(messages.value),
      customers: Number(customers.value),
      channel: channel.value,
    });
    form.querySelector("[role=status]").textContent = `${run.providerMessageIds.length} on their way`;
    await refresh();
  });
  return form;
}

function row(fault) {
  const code = fault.code ? `:${fault.code}` : "";
  const label =
    kinds.find(([value]) => value === `${fault.kind}${code}` || value === fault.kind)?.[1] ??
    `${fault.kind}${code}`;
  const often = fault.remaining === null ? "until removed" : `${fault.remaining} left`;
  const stop = async () => {
    await remove(`/faults/${fault.id}`);
    await refresh();
  };
  return el(
    "li",
    {},
    el(
      "div",
      { class: "top" },
      el(
        "span",
        { class: "what", title: label },
        label,
        el("div", { class: "sub" }, `${fault.endpoint} · ${often}`),
      ),
      el("button", { type: "button", onclick: stop, "aria-label": `Turn off: ${label}` }, "Turn off"),
    ),
  );
}

export function select(name, options) {
  return el("select", { name }, ...options.map(([value, label]) => el("option", { value }, label)));
}
