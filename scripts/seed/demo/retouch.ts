import type { MediaFailure, MediaFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { inUnit } from "@/lib/store/unit";

const GIVE_UP_MS = 20_000;

/** Puts the shop's reaction on a message, as sending it in the past would have left it. */
export async function shopReacts(channelId: string, providerId: string, emoji: string, at: number) {
  await retouch(channelId, providerId, (message) => ({
    ...message,
    reactions: [
      ...message.reactions.filter(({ from }) => from !== "business"),
      { from: "business", emoji, at },
    ],
  }));
}

/** Leaves a message's first file in a state that it would have come to in days; waits until its download is over. */
export async function keepFileAway(
  channelId: string,
  providerId: string,
  away: { state: "pending" | "failed" | "expired"; failure: MediaFailure | null },
): Promise<void> {
  const end = Date.now() + GIVE_UP_MS;
  while (Date.now() < end) {
    const message = await read(channelId, providerId);
    if (message && fileOf(message.content)?.state === "ready") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await retouch(channelId, providerId, (message) => {
    const { content } = message;
    const [first, ...rest] = "media" in content ? (content.media ?? []) : [];
    if (!first?.file) throw new Error("The message has no file");
    const file: MediaFile = { ...first.file, ...away, key: null, thumbKey: null, playKey: null };
    return { ...message, content: { ...content, media: [{ ...first, file }, ...rest] } as MessageContent };
  });
}

function fileOf(content: MessageContent): MediaFile | null {
  return "media" in content ? (content.media?.[0]?.file ?? null) : null;
}

async function read(channelId: string, providerId: string): Promise<Message | null> {
  const row = (await providerMessages().doc(providerMessageKey(channelId, providerId)).get()).data();
  if (!row?.conversationId || !row.messageId) return null;
  return (await messagesOf(row.conversationId).doc(row.messageId).get()).data() ?? null;
}

async function retouch(channelId: string, providerId: string, change: (message: Message) => Message) {
  const found = await read(channelId, providerId);
  if (!found) throw new Error(`There is no message ${providerId}`);
  await inUnit(async (unit) => {
    const ref = messagesOf(found.conversationId).doc(found.id);
    const message = await unit.get(ref);
    if (message) unit.set(ref, change(message));
  });
}
