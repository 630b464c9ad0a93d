import { z } from "zod";
import type { Sent } from "../client-types";
import { type GraphResult, graphFailure } from "../graph/result";
import { id } from "../lenient";

const Answer = z.object({ message_id: id });

/** Reads the answer to a send; the echo will carry the same id. Without one nothing says whether it was taken. */
export function readSent(data: unknown): GraphResult<Sent> {
  const answer = Answer.safeParse(data);
  if (!answer.success) return graphFailure("unknown", "The answer holds no message id", 200);
  return {
    ok: true,
    data: { providerMessageId: answer.data.message_id, contactIds: { waId: null, bsuid: null } },
  };
}
