import { channelClient, type Sent } from "@/lib/channels/client";
import { type ErrorRule, localErrors } from "@/lib/channels/graph/error-catalogue";
import { type GraphResult, graphFailure } from "@/lib/channels/graph/result";
import type { DeliveryError } from "@/lib/domain/message";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import type { Claim } from "./claim";
import { callbackDataOf } from "./match";
import { outgoingOf } from "./outgoing-content";
import { recipientOfContact } from "./recipient";

/** Makes the one HTTP call that a claim is for. Never throws; what cannot be sent at all is `unsendable`. */
export async function sendClaim(claim: Claim): Promise<GraphResult<Sent> | { unsendable: DeliveryError }> {
  const { channel, contact, message } = claim;
  const credentials = await credentialsOf(channel);
  if (!credentials) return graphFailure("unreachable", "The channel has no token");
  const to = contact && recipientOfContact(channel.type, contact);
  if (!to) return unsendable(localErrors.recipientMissing.reason);
  const outgoing = await outgoingOf(channel, credentials, message);
  if (!outgoing.ok) return "unsendable" in outgoing ? unsendable(outgoing.unsendable) : outgoing;
  try {
    return await channelClient(credentials).sendMessage({
      to,
      content: outgoing.data,
      replyToProviderMessageId: claim.replyToProviderMessageId,
      callbackData: callbackDataOf(message),
      tag: message.tag,
    });
  } catch {
    // A bug in the client: nobody can say how far the request got.
    return graphFailure("unknown", "The client failed");
  }
}

function unsendable(reason: string): { unsendable: DeliveryError } {
  const rule = Object.values<ErrorRule>(localErrors).find((one) => one.reason === reason);
  const error = { code: null, subcode: null, reason, details: null, fbtraceId: null };
  if (!rule) return { unsendable: { ...error, isRetryable: false } };
  const { who, action, retry } = rule;
  return { unsendable: { ...error, isRetryable: retry !== "do_not_retry", who, action } };
}
