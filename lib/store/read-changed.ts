import type { DocumentReference, DocumentSnapshot } from "firebase-admin/firestore";
import type { VersionedConversation, VersionedMessage } from "@/lib/domain/live-event";
import { log } from "@/lib/log";
import { conversations } from "./conversations";
import { db } from "./firestore";
import { messagesOf } from "./messages";
import { versionOf } from "./typed-collection";

export type Changed = {
  conversationId: string;
  /** Null: it is not there any more. */
  conversation: VersionedConversation | null;
  messages: VersionedMessage[];
  removedMessageIds: string[];
};

const READ_AT_ONCE = 300;

/** Reads conversations, each with the messages named, in as few round trips as Firestore takes. */
export async function readChanged(wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Changed[]> {
  const refs: DocumentReference<unknown>[] = [];
  for (const [id, messageIds] of wanted) {
    refs.push(conversations().doc(id));
    for (const messageId of messageIds) refs.push(messagesOf(id).doc(messageId));
  }
  const found = new Map<string, DocumentSnapshot<unknown>>();
  for (let at = 0; at < refs.length; at += READ_AT_ONCE) {
    const snapshots = await db().getAll(...(refs.slice(at, at + READ_AT_ONCE) as DocumentReference[]));
    for (const snapshot of snapshots) found.set(snapshot.ref.path, snapshot);
  }
  return [...wanted]
    .map(([id, messageIds]) => changedOf(found, id, messageIds))
    .filter((row) => row !== null);
}

function changedOf(
  found: Map<string, DocumentSnapshot<unknown>>,
  id: string,
  messageIds: ReadonlySet<string>,
): Changed | null {
  try {
    const conversation = found.get(conversations().doc(id).path);
    const messages: VersionedMessage[] = [];
    const removedMessageIds: string[] = [];
    for (const messageId of messageIds) {
      const message = found.get(messagesOf(id).doc(messageId).path);
      if (message?.exists) messages.push(versioned<VersionedMessage>(message));
      else removedMessageIds.push(messageId);
    }
    return {
      conversationId: id,
      conversation: conversation?.exists ? versioned<VersionedConversation>(conversation) : null,
      messages,
      removedMessageIds,
    };
  } catch (error) {
    log.error({ err: error, conversationId: id }, "a changed document has another form than expected");
    return null;
  }
}

/** The converter on the reference has parsed the fields. */
function versioned<T>(snapshot: DocumentSnapshot<unknown>): T {
  return { ...(snapshot.data() as object), version: versionOf(snapshot) } as T;
}
