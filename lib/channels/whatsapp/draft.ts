import type { Person } from "@/lib/domain/contact";
import type { MessageKind } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";

/** A message's words and content. `alias` is a further name of the sender that Meta vouches for. */
export type Draft = { kind: MessageKind; text: string | null; content: MessageContent; alias?: Person };
