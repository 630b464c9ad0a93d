import type { ThreadMessage } from "@/lib/client/inbox-data";

type Notice = {
  /** Of `thread.system`; null when Meta's own words are all there is. */
  key: string | null;
  values: Record<string, string>;
  /** Meta's own words, where they add something. */
  words: string | null;
};

/** Meta's names of events, and ours. */
const events: Record<string, string> = {
  user_changed_number: "numberChanged",
  customer_changed_number: "numberChanged",
  user_changed_user_id: "userIdChanged",
  customer_identity_changed: "identityChanged",
  marketing_stopped: "marketingStopped",
  marketing_resumed: "marketingResumed",
  control_ours: "controlOurs",
  control_theirs: "controlTheirs",
  control_requested: "controlRequested",
  call_ended: "callEnded",
};

/** What a notice says: in our words for what is known, with the numbers Meta names. Pure. */
export function systemNotice({ content, text }: Pick<ThreadMessage, "content" | "text">): Notice {
  if (content.kind !== "system") return { key: "unknown", values: {}, words: text };
  const { event, body } = content;
  const words = text ?? body;
  if (event === "call_permission_reply") {
    const isYes = body === "accept";
    return { key: isYes ? "callsAllowed" : "callsRefused", values: {}, words: null };
  }
  if (/call/.test(event) && event !== "call_ended")
    return { key: /miss|no_answer|reject/.test(event) ? "callMissed" : "call", values: {}, words };
  const known = events[event];
  if (known === "numberChanged") {
    const numbers = /\bfrom \+?(\d{5,20}) to \+?(\d{5,20})\.?$/.exec(words?.trim() ?? "");
    if (numbers) {
      const values = { from: `+${numbers[1]}`, to: `+${numbers[2]}` };
      return { key: "numberChangedFromTo", values, words: null };
    }
  }
  if (known) return { key: known, values: {}, words: null };
  return words ? { key: null, values: {}, words } : { key: "unknown", values: {}, words: null };
}
