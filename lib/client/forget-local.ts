import { draftKey } from "./draft-key";
import { dropUnsentIn } from "./send/unsent";

/** A conversation was erased: what this browser kept of it by itself, drafts and unsent messages, goes too. */
export function forgetLocal(memberId: string, conversationId: string): void {
  dropUnsentIn(memberId, conversationId);
  try {
    const key = draftKey(conversationId);
    localStorage.removeItem(key);
    // Other tabs are told by the browser, this one is not.
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: null }));
  } catch {
    return;
  }
}
