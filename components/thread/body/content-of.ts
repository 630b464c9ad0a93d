import type { MessageContent, MessageMedia } from "@/lib/domain/message-content";

/** The content of one kind of message. */
export type ContentOf<K extends MessageContent["kind"]> = Extract<MessageContent, { kind: K }>;
export type MediaContent = Extract<MessageContent, { media: MessageMedia[] }>;
