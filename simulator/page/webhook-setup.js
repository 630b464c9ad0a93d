import { call } from "./api.js";
import { el } from "./dom.js";
import { refresh } from "./store.js";

const forms = [
  ["whatsapp", "WhatsApp webhook"],
  ["instagram", "Instagram webhook"],
].map(([channel, title]) => webhookForm(channel, title));

/** The app's webhook settings as in Meta's console: saving asks the address for its challenge first. */
export const webhookGroups = () => forms;

/** Made once, so that what is typed outlives a redraw. */
function webhookForm(channel, title) {
  const said = el("p", { role: "status" });
  const save = async (event) => {
    event.preventDefault();
    const { callbackUrl, verifyToken } = Object.fromEntries(new FormData(event.currentTarget));
    said.textContent = "Asking the address …";
    try {
      await call("PUT", `/app/webhooks/${channel}`, { callbackUrl, verifyToken });
      said.textContent = "Verified and saved.";
    } catch (error) {
      said.textContent = error.message;
    }
    await refresh();
  };
  const field = (name, label) =>
    el("label", {}, label, el("input", { name, autocomplete: "off", required: true }));
  return el(
    "form",
    { class: "group", "aria-label": title, onsubmit: save },
    el("h3", {}, title),
    field("callbackUrl", "Callback URL"),
    field("verifyToken", "Verify token"),
    el("div", { class: "row" }, el("button", { type: "submit" }, "Verify and save")),
    said,
  );
}
