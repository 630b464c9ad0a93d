/** Runs in a page before its own scripts: notes when the first message is there, and every task longer than 50 ms. */
window.firstMessageAt = 0;
window.longTasks = [];
const looking = new MutationObserver(() => {
  if (window.firstMessageAt > 0 || !document.querySelector("[data-message-id]")) return;
  window.firstMessageAt = performance.now();
  looking.disconnect();
});
looking.observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
}).observe({ type: "longtask" });
