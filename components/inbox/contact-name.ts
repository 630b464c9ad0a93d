import type { Conversation } from "@/lib/domain/conversation";

type Named = Pick<Conversation, "contactName" | "contactUsername" | "contactPhone">;

/** What to call the customer of a conversation, best first; null when Meta told nothing. */
export function contactName({ contactName, contactUsername, contactPhone }: Named): string | null {
  if (contactName) return contactName;
  if (contactUsername) return `@${contactUsername}`;
  return contactPhone ? `+${contactPhone}` : null;
}
