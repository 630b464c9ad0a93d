import { webhookConversationStates } from "@/lib/store/webhook-conversation-states";
import { deleteDeliveries } from "@/lib/store/webhook-deliveries";

/**
 * Takes out what the outgoing webhooks keep of a contact: ids alone, but ids that hold a phone number. What waits to be
 * sent goes too. Gives how many documents.
 */
export async function forgetContactInWebhooks(contactId: string): Promise<number> {
  const deliveries = await deleteDeliveries("contactId", contactId);
  const states = await webhookConversationStates().where("contactId", "==", contactId).get();
  await Promise.all(states.docs.map(({ ref }) => ref.delete()));
  return deliveries + states.size;
}
