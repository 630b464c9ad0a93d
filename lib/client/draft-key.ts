const PREFIX = "parley:draft:";

/** Where this browser keeps the draft of a conversation. */
export const draftKey = (conversationId: string): string => PREFIX + conversationId;

/** The conversation of a draft's key; null when it is the key of something else. */
export const conversationOfDraft = (key: string | null): string | null =>
  key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
