import type { Channel } from "@/lib/domain/channel";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { db } from "@/lib/store/firestore";
import { identities } from "@/lib/store/identities";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { type BulkThread, bulkThread } from "./bulk-thread";

const WRITES_A_BATCH = 400;
const BATCHES_AT_A_TIME = 6;

/**
 * Writes `conversations` conversations of `messages` messages each straight into the store, as the app would have
 * left them. `from` is the number of the first one, so that a second call adds to the first.
 */
export async function seedBulk(options: {
  conversations: number;
  messages: number;
  from?: number;
}): Promise<void> {
  const { from = 0, messages } = options;
  const channel = await whatsAppChannel();
  const now = Date.now();
  const end = from + options.conversations;
  let next = from;
  const worker = async () => {
    while (next < end) {
      const first = next;
      const size = Math.max(1, Math.floor(WRITES_A_BATCH / (messages + 4)));
      next = Math.min(end, first + size);
      const batch = db().batch();
      for (let n = first; n < next; n += 1) write(batch, bulkThread({ n, messages, channel, now }));
      await batch.commit();
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_A_TIME }, worker));
}

type Batch = ReturnType<ReturnType<typeof db>["batch"]>;

function write(batch: Batch, thread: BulkThread): void {
  batch.set(contacts().doc(thread.contact.id), thread.contact);
  batch.set(identities().doc(thread.identity.id), thread.identity);
  batch.set(conversations().doc(thread.conversation.id), thread.conversation);
  batch.set(providerMessages().doc(thread.lastProviderMessage.id), thread.lastProviderMessage);
  const rows = messagesOf(thread.conversation.id);
  for (const message of thread.messages) batch.set(rows.doc(message.id), message);
}

async function whatsAppChannel(): Promise<Channel> {
  const snapshot = await channels().where("type", "==", "whatsapp").limit(1).get();
  const channel = snapshot.docs[0]?.data();
  if (!channel) throw new Error("Bulk seeding needs a WhatsApp channel; the app connects one when it starts");
  return channel;
}
