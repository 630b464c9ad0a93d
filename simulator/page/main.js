import { onChange } from "./api.js";
import { drawChatHead } from "./chat-head.js";
import { actions, drawComposer, startComposer } from "./composer.js";
import { drawDelivery } from "./delivery.js";
import { byId } from "./dom.js";
import { drawFaults, startFaults } from "./faults.js";
import { drawLog, drawRequests } from "./log.js";
import { drawPeople, startPeople } from "./people.js";
import { drawStandings, startStandings } from "./standings.js";
import { draw, onDraw, refresh, store } from "./store.js";
import { drawThread, startThread } from "./thread.js";

const panels = ["faults", "delivery", "log", "requests"];

function showPane(name) {
  document.body.dataset.pane = name;
  for (const button of document.querySelectorAll(".panes button")) {
    button.setAttribute("aria-current", String(button.dataset.show === name));
  }
}

function showPanel(name) {
  store.panel = name;
  for (const panel of panels) {
    const isShown = panel === name;
    const tab = byId(`tab-${panel}`);
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    byId(`panel-${panel}`).hidden = !isShown;
  }
  refresh();
}

for (const button of document.querySelectorAll(".panes button")) {
  button.addEventListener("click", () => showPane(button.dataset.show));
}
for (const [at, name] of panels.entries()) {
  const tab = byId(`tab-${name}`);
  tab.addEventListener("click", () => showPanel(name));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = panels[(at + step + panels.length) % panels.length];
    showPanel(next);
    byId(`tab-${next}`).focus();
  });
}

startPeople(showPane);
startComposer();
startThread();
startFaults();
startStandings();
for (const part of [
  drawPeople,
  drawChatHead,
  drawComposer,
  drawFaults,
  drawStandings,
  drawDelivery,
  drawLog,
  drawRequests,
])
  onDraw(part);
onDraw(() => drawThread(actions));
const wanted = new URLSearchParams(location.search);
store.selectedId = wanted.get("customer");
showPane(wanted.get("pane") ?? "people");
showPanel(panels.includes(wanted.get("panel")) ? wanted.get("panel") : "faults");
onChange(refresh);
setInterval(draw, 5000);
