import type { Message } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import type { MessageEvent } from "@/lib/domain/provider-event";
import type { PendingChange } from "@/lib/store/provider-messages";

type LaterContent = Extract<PendingChange, { type: "content" }>;

/** What a message holds, for a message that may be known under less: a placeholder, or a call that has since ended. Pure. */
export function laterContentOf({ kind, text, content }: MessageEvent): LaterContent {
  return { type: "content", kind, text, content };
}

/** A message with content that came later, where that tells more than what is known. Pure; in any order. */
export function withLaterContent(message: Message, later: LaterContent): Message {
  if (rank(later.content) <= rank(message.content)) return message;
  return { ...message, kind: later.kind, text: later.text, content: later.content };
}

/** Only these ever change; everything else stands as it came. */
function rank(content: MessageContent): number {
  if (content.kind === "unsupported") return content.type === "media_placeholder" ? 0 : 9;
  if (content.kind === "system") return callSteps[content.event] ?? 9;
  return 9;
}

const callSteps: Record<string, number> = { call: 1, call_ended: 2, call_missed: 3 };
