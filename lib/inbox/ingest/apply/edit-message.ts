import type { Message } from "@/lib/domain/message";

type Edit = { text: string | null; editNumber: number | null; at: number };
type Version = { text: string | null; at: number };

/**
 * A message with an edit applied: the newest version by Meta's time shows, the others are its history. The original
 * always counts as the oldest. Instagram tells of edits without words (`num_edit` 0); they change nothing. Pure.
 */
export function withEdit(message: Message, edit: Edit): Message {
  if (edit.text === null && edit.editNumber !== null) return message;
  const [original, ...later] = versionsOf(message);
  if (later.some((version) => version.at === edit.at && version.text === edit.text)) return message;
  const versions = [...later, { text: edit.text, at: edit.at }].sort(byTime);
  const current = versions.at(-1);
  if (!original || !current) return message;
  return {
    ...message,
    text: current.text,
    editedAt: current.at,
    edits: [original, ...versions.slice(0, -1)],
  };
}

function versionsOf(message: Message): Version[] {
  const current = { text: message.text, at: message.editedAt ?? message.sentAt };
  return [...message.edits, current];
}

function byTime(a: Version, b: Version): number {
  if (a.at !== b.at) return a.at - b.at;
  return (a.text ?? "") < (b.text ?? "") ? -1 : 1;
}
