import { z } from "zod";
import type { Sent } from "../client-types";
import { type GraphResult, graphFailure } from "../graph/result";
import { id, listOf, optional } from "../lenient";

const Answer = z.object({
  contacts: listOf(z.object({ wa_id: optional(id), user_id: optional(id) })),
  messages: listOf(z.object({ id })),
});

/** Reads the answer to a send. Without a message id nothing says whether it was taken: `unknown`. */
export function readSent(data: unknown): GraphResult<Sent> {
  const answer = Answer.safeParse(data).data;
  const message = answer?.messages[0];
  if (!answer || !message) return graphFailure("unknown", "The answer holds no message id", 200);
  const contact = answer.contacts[0];
  return {
    ok: true,
    data: {
      providerMessageId: message.id,
      contactIds: { waId: contact?.wa_id ?? null, bsuid: contact?.user_id ?? null },
    },
  };
}
