import type { Sent } from "@/lib/channels/client";
import { describeGraphError, localErrors, toDeliveryError } from "@/lib/channels/graph/error-catalogue";
import type { GraphFailure, GraphResult } from "@/lib/channels/graph/result";
import type { DeliveryError } from "@/lib/domain/message";
import { noteOptOut, OPTED_OUT_CODE } from "@/lib/inbox/contacts/note-opt-out";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { outbox } from "@/lib/store/outbox";
import { inUnit, type Unit } from "@/lib/store/unit";
import { backOffMs } from "./back-off";
import type { Claim } from "./claim";
import { currentMessage } from "./locate";
import { saveOutbound } from "./save-outbound";
import { settleAccepted } from "./settle-accepted";
import {
  failedMessage,
  requeuedMessage,
  requeuedRow,
  unconfirmedMessage,
  unconfirmedRow,
} from "./transitions";

export type Settled =
  | { kind: "accepted" }
  | { kind: "failed" }
  | { kind: "unconfirmed" }
  /** It waits in its lane until `dueAt` (epoch ms). */
  | { kind: "requeued"; dueAt: number }
  /** The channel's token is no good; the message waits uncounted. */
  | { kind: "token_refused"; code: number; subcode: number | null }
  /** A webhook, the sweep or a person was faster; nothing is left to say. */
  | { kind: "overtaken" };

/**
 * Writes down what became of one send. Safe to call again with the same answer. `now` in epoch ms; `random` in
 * [0, 1) spreads the next try.
 */
export async function settleSend(
  claim: Claim,
  answer: GraphResult<Sent>,
  now: number,
  random: number,
): Promise<Settled> {
  if (answer.ok) return inUnit((unit) => settleAccepted(unit, claim, answer.data, now), turnOf(claim));
  const { failure } = answer;
  if (failure.outcome === "unknown")
    return inUnit((unit) => markUnconfirmed(unit, claim, now), turnOf(claim));
  if (failure.outcome === "unreachable") {
    const dueAt = now + backOffMs(localErrors.unreachable, claim.row.tries, random);
    return inUnit((unit) => requeue(unit, claim, now, dueAt, claim.row.tries), turnOf(claim));
  }
  return settleRejected(claim, failure, now, random);
}

/** A message that cannot be sent for a reason of ours: it fails without a call. */
export function settleFailed(claim: Claim, error: DeliveryError, now: number): Promise<Settled> {
  return inUnit((unit) => markFailed(unit, claim, error, now), turnOf(claim));
}

/** What Meta refused: the error table says whether it waits, pauses the channel, or fails. */
function settleRejected(claim: Claim, failure: GraphFailure, now: number, random: number): Promise<Settled> {
  const { row, channel } = claim;
  const { code, subcode, details, fbtraceId } = failure;
  const rule = describeGraphError(channel.type, code, subcode, details);
  if (rule.retry === "refresh_token") {
    return inUnit(async (unit) => {
      const settled = await requeue(unit, claim, now, now, row.tries - 1);
      return settled.kind === "requeued" ? { kind: "token_refused", code: code ?? 190, subcode } : settled;
    }, turnOf(claim));
  }
  const mayRepeat = rule.retry === "retry" || rule.retry === "retry_after";
  if (mayRepeat && row.tries < rule.maxTries) {
    return inUnit(
      (unit) => requeue(unit, claim, now, now + backOffMs(rule, row.tries, random), row.tries),
      turnOf(claim),
    );
  }
  const error = toDeliveryError(channel.type, code, subcode, details, fbtraceId);
  return inUnit((unit) => markFailed(unit, claim, error, now), turnOf(claim));
}

async function requeue(
  unit: Unit,
  claim: Claim,
  now: number,
  dueAt: number,
  tries: number,
): Promise<Settled> {
  const held = await heldBy(unit, claim);
  if (!held) return { kind: "overtaken" };
  unit.set(outbox().doc(held.row.id), requeuedRow(held.row, dueAt, tries));
  saveOutbound(unit, held.conversation, requeuedMessage(held.message), now);
  return { kind: "requeued", dueAt };
}

async function markUnconfirmed(unit: Unit, claim: Claim, now: number): Promise<Settled> {
  const held = await heldBy(unit, claim);
  if (!held) return { kind: "overtaken" };
  unit.set(outbox().doc(held.row.id), unconfirmedRow(held.row));
  saveOutbound(unit, held.conversation, unconfirmedMessage(held.message, now), now);
  return { kind: "unconfirmed" };
}

async function markFailed(unit: Unit, claim: Claim, error: DeliveryError, now: number): Promise<Settled> {
  const held = await heldBy(unit, claim);
  if (!held) return { kind: "overtaken" };
  unit.delete(outbox().doc(held.row.id));
  if (error.code === OPTED_OUT_CODE) {
    const { id: messageId, channelId } = held.message;
    const told = { isOptedOut: true, at: now, source: "refused", channelId, messageId } as const;
    await noteOptOut(unit, held.conversation.contactId, told, now);
  }
  saveOutbound(unit, held.conversation, failedMessage(held.message, error, now), now);
  return { kind: "failed" };
}

/** The row and message of a claim, while they are still this claim's. */
async function heldBy(unit: Unit, claim: Claim) {
  const row = await unit.get(outbox().doc(claim.row.id));
  if (!row || row.leaseOwner !== claim.row.leaseOwner) return null;
  const found = await currentMessage(unit, systemActor, row.conversationId, row.id);
  return found ? { row, ...found } : null;
}

const turnOf = ({ row }: Claim) => turnOfConversation(row.conversationId);
