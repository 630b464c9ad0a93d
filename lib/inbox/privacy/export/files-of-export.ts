import { toApiContact } from "@/lib/domain/api/contact";
import { toApiConversation } from "@/lib/domain/api/conversation";
import type { FailureText } from "@/lib/domain/api/message";
import type { Person, PersonThread } from "../read-person";
import { mediaFiles, mediaIndex } from "./media-files";
import { messageLines } from "./message-lines";
import { folderOf } from "./names";
import { personalEvents } from "./personal-events";
import { readerPage } from "./reader-page";
import { readme } from "./readme";

/** A file of the zip: its contents are read when it is its turn. */
export type ExportFile = { name: string; contents: string | AsyncIterable<string | Uint8Array> };

type Options = { textOf: (reason: string) => FailureText; now: number };

/** The files of an export, one after another. */
export async function* filesOfExport(person: Person, options: Options): AsyncIterable<ExportFile> {
  yield { name: "README.txt", contents: readme(person, options.now) };
  yield { name: "contact.json", contents: asJson(contactOf(person)) };
  yield { name: "consents.json", contents: asJson(consentsIn(person)) };
  yield { name: "index.html", contents: readerPage(person) };
  for (const thread of person.threads) {
    const folder = `conversations/${folderOf(thread)}`;
    yield { name: `${folder}/conversation.json`, contents: asJson(threadOf(thread)) };
    yield { name: `${folder}/messages.jsonl`, contents: messageLines(thread, options.textOf) };
  }
  yield { name: "media.json", contents: mediaIndex(person) };
  yield* mediaFiles(person);
  yield { name: "raw-events.jsonl", contents: personalEvents(person) };
}

function contactOf({ contact, contactIds }: Person) {
  const { marketingOptOut, lastReferral, bookName, profileState } = contact;
  return { ...toApiContact(contact), contactIds, bookName, profileState, marketingOptOut, lastReferral };
}

const consentsIn = ({ consents }: Person) =>
  consents.map((consent) => ({ ...consent, at: new Date(consent.at).toISOString() }));

const threadOf = ({ conversation, channelName, messages }: PersonThread) => ({
  ...toApiConversation(conversation),
  channelName,
  messages,
});

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
