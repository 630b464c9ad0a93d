import { displayNameOf } from "@/lib/domain/contact";
import type { Person } from "../read-person";
import { folderOf } from "./names";

/** What is in the zip, in words for whoever gets it. Pure. */
export function readme(person: Person, now: number): string {
  const { contact, threads } = person;
  const name = displayNameOf(contact) ?? "a customer without a name";
  const lines = [
    `Everything that is kept of ${name}`,
    `Written on ${new Date(now).toISOString()}. All times are UTC.`,
    "",
    "index.html            The conversations, to read in any browser, without the internet",
    "contact.json          Profile, identities, wish about marketing",
    "consents.json         Every word about marketing: when, by what way, noted by whom",
    ...threads.map(
      (thread) =>
        `conversations/${folderOf(thread)}/\n                      ${thread.channelName}: ${thread.messages} messages. messages.jsonl has one JSON object a line,\n                      oldest first, with earlier texts of edited ones and each step of delivery`,
    ),
    "media/                Pictures, voice notes, videos and files, by the day they were sent",
    "media.json            Each of them with its message; `missing` says why one is not here",
    "raw-events.jsonl      What Meta sent about this person, as Meta sent it",
    "",
    "Who else was named in the same deliveries of Meta is not in here.",
    "",
  ];
  return lines.join("\r\n");
}
