import type { MessageEvent } from "@/lib/domain/provider-event";
import { withControl } from "@/lib/inbox/conversations/control";
import { conversations } from "@/lib/store/conversations";
import type { ApplyContext } from "./context";

/** Keeps on a thread who answers there, by what just came. Epoch ms. */
export async function noteControl(
  { unit }: ApplyContext,
  conversationId: string,
  event: MessageEvent,
  at: number,
): Promise<void> {
  const ref = conversations().doc(conversationId);
  const conversation = await unit.get(ref);
  if (conversation) unit.set(ref, withControl(conversation, event, at));
}
