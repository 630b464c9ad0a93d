import { sendMessageAction } from "@/lib/actions/messages";
import type { Failure } from "@/lib/domain/result";
import type { Unsent } from "./unsent";

/** `taken`: the server has it. `broken`: the call did not get through, or its answer did not; asking again is safe. */
export type PostOutcome = "taken" | "broken" | Failure;

/** Hands a message to the server. Never rejects. */
export async function postMessage(row: Unsent): Promise<PostOutcome> {
  const { conversationId, messageId, text, replyToMessageId } = row;
  try {
    const answer = await sendMessageAction({ conversationId, messageId, text, replyToMessageId });
    if (answer?.serverError) return answer.serverError;
    if (answer?.validationErrors) return { code: "bad_request", message: "The message is not right." };
    return "taken";
  } catch {
    return "broken";
  }
}
