import type { Message } from "@/lib/domain/message";
import { conversations } from "@/lib/store/conversations";
import type { ApplyContext } from "./context";
import { queueAutomatic } from "./queue-automatic";

/** The customer wrote again: a text that was parked for this goes out, once. */
export async function sendParked(context: ApplyContext, message: Message): Promise<void> {
  if (message.direction !== "inbound" || message.author.kind === "system" || message.isHistory) return;
  const ref = conversations().doc(message.conversationId);
  const parked = (await context.unit.get(ref))?.parked;
  if (!parked) return;
  const { messageId, text, memberId, memberName } = parked;
  const actor = { kind: "member", id: memberId, name: memberName ?? "", role: "agent" } as const;
  const isQueued = await queueAutomatic(context, message.conversationId, {
    messageId,
    text,
    actor,
    automation: "parked",
  });
  if (!isQueued) return;
  const conversation = await context.unit.get(ref);
  if (conversation) context.unit.set(ref, { ...conversation, parked: null });
}
