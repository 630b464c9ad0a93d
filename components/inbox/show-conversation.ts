/**
 * Goes to a URL of the inbox without asking the server for a page: the panes stay, and what they show comes from
 * the live cache or the JSON routes. Next keeps its router in step with the browser's history.
 */
export function showConversation(href: string): void {
  window.history.pushState(null, "", href);
}

/** The same without a step back to it. */
export function replaceConversation(href: string): void {
  window.history.replaceState(null, "", href);
}
