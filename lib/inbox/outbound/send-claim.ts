import { channelClient, type OutgoingContent, type Sent } from "@/lib/channels/client";
import { localErrors } from "@/lib/channels/graph/error-catalogue";
import { type GraphResult, graphFailure } from "@/lib/channels/graph/result";
import type { DeliveryError, Message } from "@/lib/domain/message";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import type { Claim } from "./claim";
import { recipientOfContact } from "./recipient";

/** Makes the one HTTP call that a claim is for. Never throws; what cannot be sent at all is `unsendable`. */
export async function sendClaim(claim: Claim): Promise<GraphResult<Sent> | { unsendable: DeliveryError }> {
  const { channel, contact, message } = claim;
  const credentials = credentialsOf(channel);
  if (!credentials) return graphFailure("unreachable", "The channel has no token");
  const to = contact && recipientOfContact(channel.type, contact);
  if (!to) return unsendable(localErrors.recipientMissing.reason);
  const content = outgoingOf(message);
  if (!content) return unsendable("message_type_unsupported");
  try {
    return await channelClient(credentials).sendMessage({
      to,
      content,
      replyToProviderMessageId: claim.replyToProviderMessageId,
      callbackData: message.id,
    });
  } catch {
    // A bug in the client: nobody can say how far the request got.
    return graphFailure("unknown", "The client failed");
  }
}

function outgoingOf(message: Message): OutgoingContent | null {
  const { content, text } = message;
  if (content.kind === "text") return { kind: "text", text: text ?? "", previewUrl: hasLink(text) };
  if (content.kind !== "template") return null;
  const { name, language, components } = content;
  return { kind: "template", name, language, components };
}

const hasLink = (text: string | null) => text !== null && /https?:\/\//i.test(text);

function unsendable(reason: string): { unsendable: DeliveryError } {
  return {
    unsendable: { code: null, subcode: null, reason, isRetryable: false, details: null, fbtraceId: null },
  };
}
