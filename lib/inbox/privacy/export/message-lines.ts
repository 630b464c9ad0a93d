import { type FailureText, toApiMessage } from "@/lib/domain/api/message";
import { slotsOf } from "@/lib/inbox/media/slots";
import type { PersonThread } from "../read-person";
import { eachMessage } from "./each-message";
import { mediaName } from "./names";

/** A thread's messages as lines of JSON: the API's form, earlier texts, and where the files are in the zip. */
export async function* messageLines(
  thread: PersonThread,
  textOf: (reason: string) => FailureText,
): AsyncIterable<string> {
  for await (const message of eachMessage(thread.conversation.id)) {
    const { edits, automation, isHistory, groupId } = message;
    const line = {
      ...toApiMessage(message, textOf),
      edits: edits.map(({ text, at }) => ({ text, at: new Date(at).toISOString() })),
      automation: automation ?? null,
      isHistory: isHistory === true,
      groupId,
      files: slotsOf(message).map((slot) => mediaName(thread, message, slot)),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
