import type { MessageKind } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";

/** A message's words and content. */
export type Draft = { kind: MessageKind; text: string | null; content: MessageContent };
