import { patch, remove } from "./api.js";
import { byId, el, reconcile } from "./dom.js";
import { select } from "./faults.js";
import { refresh, store } from "./store.js";

const day = 24 * 3600_000;
const node = (fields) => () => ({ node: fields });

/** What a number or an account may be found to be at Meta: a word, whom it is of, and the change. */
const whatsapp = [
  ["Token revoked", () => ({ token: { isValid: false } })],
  ["Token ends in 3 days", () => ({ token: { expiresAt: Date.now() + 3 * day } })],
  ["Token ended yesterday", () => ({ token: { expiresAt: Date.now() - day } })],
  ["Token may not send", () => ({ token: { scopes: ["whatsapp_business_management"] } })],
  ["Token of another app", () => ({ token: { appId: "999000999000" } })],
  ["Not in its account", () => ({ isListed: false })],
  ["App not subscribed", () => ({ isSubscribed: false })],
  ["Quality medium", node({ quality_rating: "YELLOW" })],
  ["Quality low", node({ quality_rating: "RED" })],
  ["250 people a day", node({ whatsapp_business_manager_messaging_limit: "TIER_250" })],
  ["Name declined", node({ name_status: "DECLINED" })],
  ["Banned", node({ status: "BANNED" })],
  ["Sending blocked", node({ health_status: { can_send_message: "BLOCKED", entities: [] } })],
  ["Not registered", node({ throughput: { level: "NOT_APPLICABLE" } })],
  ["Phone app beside it", node({ is_on_biz_app: true })],
];
const instagram = [
  ...whatsapp.slice(0, 3),
  ["Token may not message", () => ({ token: { scopes: ["instagram_basic", "pages_manage_metadata"] } })],
  ["Page linked elsewhere", () => ({ linkedAccountId: "17840000000000999" })],
  ["App not subscribed", () => ({ isSubscribed: false })],
  ["Subscribed to comments only", () => ({ subscribedFields: ["comments"] })],
  ["Messages not allowed", () => ({ areMessagesAllowed: false })],
];

/** The form that lets an account stand badly at Meta, and those that do. */
export function startStandings() {
  byId("panel-faults").append(
    form("whatsapp", "The number at Meta", whatsapp),
    form("instagram", "The account at Meta", instagram),
    el("ul", { class: "entries", id: "standings", "aria-label": "Accounts that do not stand well" }),
  );
}

export function drawStandings() {
  const rows = Object.entries(store.standings).map(([id, standing]) => ({
    key: id,
    mark: JSON.stringify(standing),
    draw: () => row(id, standing),
  }));
  reconcile(byId("standings"), rows);
}

function form(channel, title, faults) {
  const made = el(
    "form",
    { class: "group" },
    el("h3", {}, title),
    el(
      "label",
      {},
      "Is",
      select(
        "fault",
        faults.map(([label], at) => [at, label]),
      ),
    ),
    el("div", { class: "row" }, el("button", {}, "Make it so")),
  );
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [, change] = faults[Number(made.elements.fault.value)];
    const { phoneNumberId } = store.state.whatsapp;
    const id = channel === "whatsapp" ? phoneNumberId : store.state.instagram.accountId;
    await patch(`/accounts/${id}`, change());
    await refresh();
  });
  return made;
}

function row(id, standing) {
  const heal = async () => {
    await remove(`/accounts/${id}`);
    await refresh();
  };
  return el(
    "li",
    {},
    el(
      "div",
      { class: "top" },
      el("span", { class: "what" }, id, el("div", { class: "sub" }, JSON.stringify(standing))),
      el(
        "button",
        { type: "button", onclick: heal, "aria-label": `All well again with ${id}` },
        "Well again",
      ),
    ),
  );
}
