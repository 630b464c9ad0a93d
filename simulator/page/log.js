import { post } from "./api.js";
import { byId, el, reconcile, timeText } from "./dom.js";
import { refresh, store } from "./store.js";

/** Webhooks sent with their answers, newest first. */
export function drawLog() {
  if (store.panel !== "log") return;
  drawEntries(byId("panel-log"), store.webhooks, "No webhook yet.", (row) => row.id, webhook);
}

/** Graph requests the app made, newest first. */
export function drawRequests() {
  if (store.panel !== "requests") return;
  drawEntries(byId("panel-requests"), store.requests, "No request yet.", (row) => `r${row.id}`, request);
}

function drawEntries(panel, rows, nothing, keyOf, drawRow) {
  let list = panel.querySelector("ul");
  if (!list) {
    list = el("ul", { class: "entries" });
    panel.append(list);
  }
  const entries = rows.map((row) => ({
    key: keyOf(row),
    mark: JSON.stringify(row),
    draw: () => drawRow(row),
  }));
  const none = { key: "none", mark: "none", draw: () => el("li", { class: "sub" }, nothing) };
  reconcile(list, entries.length > 0 ? entries : [none]);
}

function webhook(row) {
  const last = row.attempts.at(-1);
  const answer = last ? (last.status ?? "no answer") : "waiting";
  const style = row.state === "delivered" ? "good" : last ? "bad" : "waits";
  const tries = row.attempts.length > 1 ? ` · ${row.attempts.length} tries` : "";
  const kinds = [...new Set(row.kinds)].join(", ");
  const count = row.kinds.length > 1 ? ` ×${row.kinds.length}` : "";
  return el(
    "li",
    {},
    el(
      "div",
      { class: "top" },
      el("span", { class: "sub" }, timeText(row.createdAt)),
      el("span", { class: "what", title: kinds }, `${kinds}${count}`),
      el("span", { class: style }, `${answer}${last ? ` · ${last.ms} ms` : ""}${tries}`),
    ),
    el(
      "details",
      {},
      el("summary", {}, row.channel),
      el("pre", { tabindex: 0 }, pretty(row.body)),
      ...row.attempts.map((attempt) =>
        el(
          "div",
          { class: "sub" },
          `${timeText(attempt.at)} ${attempt.status ?? attempt.error} in ${attempt.ms} ms`,
        ),
      ),
      el(
        "button",
        { type: "button", onclick: () => post(`/webhooks/${row.id}/again`).then(refresh) },
        "Send again",
      ),
    ),
  );
}

function request(row) {
  const answer = row.status ?? "no answer";
  const style = row.status === 200 ? "good" : "bad";
  return el(
    "li",
    {},
    el(
      "div",
      { class: "top" },
      el("span", { class: "sub" }, timeText(row.at)),
      el("span", { class: "what", title: row.path }, `${row.method} ${row.path.replace(/^\/v[\d.]+/, "")}`),
      el("span", { class: style }, `${answer}${row.code ? ` (${row.code})` : ""}`),
    ),
    row.fault ? el("div", { class: "sub" }, `fault: ${row.fault}`) : null,
    row.body && Object.keys(row.body).length > 0
      ? el(
          "details",
          {},
          el("summary", {}, "body"),
          el("pre", { tabindex: 0 }, JSON.stringify(row.body, null, 2)),
        )
      : null,
  );
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
