import { describeGraphError } from "@/lib/channels/graph/error-catalogue";
import type { OutboxRow } from "@/lib/domain/outbox";
import { log } from "@/lib/log";
import { type Claim, claimRow, peekLane, putOffRow } from "./claim";
import { learnRecipient } from "./learn-recipient";
import { pauseChannel } from "./pause";
import type { RateLimits } from "./rate-limits";
import { sendClaim } from "./send-claim";
import { type Settled, settleFailed, settleSend } from "./settle";

export type Delivery = {
  /** Names this process; several may work on the same store. */
  owner: string;
  limits: RateLimits;
  /** Epoch ms. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
};

export type Step =
  /** A message was dealt with; the next may follow. */
  | { kind: "next" }
  /** Nothing to do now: the lane is empty, or another process has it. */
  | { kind: "rest" }
  /** The lane waits until `at` (epoch ms). */
  | { kind: "later"; at: number };

/** Waits this short are sat out; longer ones are written down. */
const SIT_OUT_MS = 1_500;
/** The answer of a send is in this process only, so it is not given up easily when the store does not answer. */
const SETTLE_AGAIN_MS = [100, 300, 1_000, 2_000, 4_000, 8_000, 15_000];
/** Errors about the number or the account, not the message. */
const NUMBER_IS_BUSY = new Set([130429, 4, 80007, 613]);

let claims = 0;

/** Sends the first message of a conversation, if its time has come and there is room. */
export async function deliverNext(lane: string, delivery: Delivery): Promise<Step> {
  const head = await peekLane(lane);
  if (head?.state !== "queued") return { kind: "rest" };
  const now = delivery.now();
  if (head.dueAt !== null && head.dueAt > now) return { kind: "later", at: head.dueAt };
  const room = await delivery.limits.take(head, now);
  if (!room.isAllowed) return waitForRoom(head, now, room.waitMs);
  claims += 1;
  const answer = await claimRow(head, `${delivery.owner}:${claims}`, now);
  if (answer.kind !== "claimed") {
    await delivery.limits.giveBack(head);
    if (answer.kind === "later") return answer;
    return { kind: answer.kind === "again" ? "next" : "rest" };
  }
  return afterSend(answer.claim, await sendAndSettle(answer.claim, delivery), delivery);
}

async function waitForRoom(head: OutboxRow, now: number, waitMs: number): Promise<Step> {
  if (waitMs > SIT_OUT_MS) {
    await putOffRow(head, now + waitMs);
    return { kind: "later", at: now + waitMs };
  }
  await pause(waitMs);
  return { kind: "next" };
}

async function sendAndSettle(claim: Claim, delivery: Delivery): Promise<Settled> {
  const answer = await sendClaim(claim);
  const spread = delivery.random();
  if ("unsendable" in answer) return patiently(() => settleFailed(claim, answer.unsendable, delivery.now()));
  if (!answer.ok) await noteFailure(claim, answer.failure, delivery);
  const settled = await patiently(() => settleSend(claim, answer, delivery.now(), spread));
  if (answer.ok) await learnRecipient(claim, answer.data, delivery.now());
  return settled;
}

async function noteFailure(
  { channel, row }: Claim,
  { outcome, code, subcode }: { outcome: string; code: number | null; subcode: number | null },
  { limits }: Delivery,
): Promise<void> {
  log.warn(
    { channelId: channel.id, rowId: row.id, outcome, code, subcode, tries: row.tries },
    "send did not go through",
  );
  if (code === null || !NUMBER_IS_BUSY.has(code)) return;
  await limits.hold(
    channel.id,
    Math.min(60_000, describeGraphError(channel.type, code, subcode, null).minDelayMs),
  );
}

async function afterSend(claim: Claim, settled: Settled, delivery: Delivery): Promise<Step> {
  if (settled.kind === "token_refused") {
    await pauseChannel(claim.channel.id, settled, delivery.now());
    return { kind: "rest" };
  }
  return settled.kind === "requeued" ? { kind: "later", at: settled.dueAt } : { kind: "next" };
}

async function patiently(settle: () => Promise<Settled>): Promise<Settled> {
  for (const delayMs of SETTLE_AGAIN_MS) {
    try {
      return await settle();
    } catch (err) {
      log.error({ err }, "the answer of a send could not be stored yet");
      await pause(delayMs);
    }
  }
  return settle();
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
