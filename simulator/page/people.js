import { post } from "./api.js";
import { byId, el, reconcile, timeText } from "./dom.js";
import { refresh, select, store } from "./store.js";

/** The list of people and the form that adds one. */
export function startPeople(showPane) {
  const form = byId("add-form");
  byId("add-open").addEventListener("click", (event) => {
    form.hidden = !form.hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.elements.name.focus();
  });
  form.addEventListener("change", () => showFields(form));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("add-error").textContent = "";
    try {
      const customer = await post("/customers", bodyOf(form));
      form.reset();
      showFields(form);
      form.hidden = true;
      byId("add-open").setAttribute("aria-expanded", "false");
      store.selectedId = customer.id;
      await refresh();
      showPane("chat");
    } catch (error) {
      byId("add-error").textContent = error.message;
    }
  });
  byId("people").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    showPane("chat");
    select(button.dataset.id);
  });
}

export function drawPeople() {
  const people = [...store.customers].sort((a, b) => lastAt(b) - lastAt(a));
  reconcile(
    byId("people"),
    people.map((customer) => {
      const isCurrent = customer.id === store.selectedId;
      return {
        key: customer.id,
        mark: JSON.stringify([customer.name, handleOf(customer), customer.lastMessage, isCurrent]),
        draw: () => person(customer, isCurrent),
      };
    }),
  );
}

/** The number or name the customer is known by. */
export function handleOf(customer) {
  if (customer.waId) return `+${customer.waId}`;
  return customer.username ? `@${customer.username}` : (customer.bsuid ?? customer.igsid);
}

function person(customer, isCurrent) {
  const last = customer.lastMessage;
  const channel = customer.channel === "whatsapp" ? "WhatsApp" : "Instagram";
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: `person ${customer.channel}`,
        "data-id": customer.id,
        "aria-current": isCurrent && "true",
      },
      el("span", { class: "name", dir: "auto" }, customer.name),
      el("span", { class: "time" }, last ? timeText(last.at) : ""),
      el("span", { class: "preview" }, `${channel} · ${handleOf(customer)}`),
      el(
        "span",
        { class: "preview", dir: "auto" },
        last ? `${last.from === "business" ? "Shop: " : ""}${last.text || last.kind}` : "Nothing written yet",
      ),
    ),
  );
}

const lastAt = (customer) => customer.lastMessage?.at ?? customer.createdAt;

function showFields(form) {
  const type = form.elements.type.value;
  for (const label of form.querySelectorAll("[data-for]")) {
    label.hidden = (label.dataset.for === "phone") !== (type === "phone");
  }
}

function bodyOf(form) {
  const { type, name, phone, username } = form.elements;
  const shared = { name: name.value, channel: type.value === "instagram" ? "instagram" : "whatsapp" };
  if (type.value === "phone")
    return { ...shared, phone: phone.value || `1555${Math.floor(1e6 + Math.random() * 9e6)}` };
  return { ...shared, username: username.value || name.value.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".") };
}
