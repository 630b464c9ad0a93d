import { providerMessageKey } from "@/lib/domain/provider-keys";
import { providerMessages } from "@/lib/store/provider-messages";

const GIVE_UP_MS = 20_000;

/** The conversation that a customer's message went to, once the app has processed it. Throws after 20 s. */
export async function waitForThread(channelId: string, providerMessageId: string): Promise<string> {
  const ref = providerMessages().doc(providerMessageKey(channelId, providerMessageId));
  const end = Date.now() + GIVE_UP_MS;
  while (Date.now() < end) {
    const conversationId = (await ref.get()).data()?.conversationId;
    if (conversationId) return conversationId;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The app did not process ${providerMessageId} within ${GIVE_UP_MS / 1000} s`);
}
