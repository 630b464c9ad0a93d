import fc from "fast-check";
import { ulid } from "ulid";
import { expect, test } from "vitest";
import type { Message } from "@/lib/domain/message";
import { type Claim, claimRow } from "@/lib/inbox/outbound/claim";
import { settleSend } from "@/lib/inbox/outbound/settle";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { headOfLane, outbox } from "@/lib/store/outbox";
import { deliver } from "../support/deliver";
import { ids, useWorld } from "../support/world";
import { customer, queueText, readMessage, useStandIn } from "./stand-in";

useWorld("order-of-news");
useStandIn();

const news = ["answer", "sent", "delivered", "read"] as const;
type News = (typeof news)[number];
const base = Math.floor(Date.now() / 1000) + 10;
const steps = { sent: base, delivered: base + 1, read: base + 2, failed: base + 1 };

/** A status webhook as Meta sends it for a message with our id in its callback data. */
const statusBody = (step: keyof typeof steps, providerMessageId: string, callbackData: string) => ({
  object: "whatsapp_business_account",
  entry: [
    {
      id: ids.wabaId,
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: ids.displayPhone, phone_number_id: ids.phoneNumberId },
            statuses: [
              {
                id: providerMessageId,
                status: step,
                timestamp: String(steps[step]),
                biz_opaque_callback_data: callbackData,
                ...(step === "failed" ? { errors: [{ code: 131026, title: "Message undeliverable" }] } : {}),
              },
            ],
          },
        },
      ],
    },
  ],
});

async function claimNew(conversationId: string): Promise<Claim> {
  const { id } = await queueText(conversationId, "In any order");
  for (const row of (await headOfLane(conversationId).get()).docs) {
    const answer = await claimRow(row.data(), ulid(), Date.now());
    if (answer.kind === "claimed" && answer.claim.row.id === id) return answer.claim;
  }
  throw new Error("The message was not claimed");
}

/** What must not depend on the order: everything but the times that the clock here gave. */
function essence(message: Message) {
  const { sent, delivered, read, failed } = message.timeline;
  const { status, error, attempt } = message;
  return {
    status,
    error,
    attempt,
    isAccepted: message.timeline.accepted !== undefined,
    sent,
    delivered,
    read,
    failed,
  };
}

test("the answer and the statuses, in any order, some twice, end in the same message", async () => {
  const { conversationId } = await customer("whatsapp");
  const order = fc.shuffledSubarray([...news, ...news], { minLength: news.length, maxLength: 8 });
  const complete = order.filter((list) => news.every((one) => list.includes(one)));
  await fc.assert(
    fc.asyncProperty(complete, async (list: News[]) => {
      const claim = await claimNew(conversationId);
      const providerMessageId = `wamid.${ulid()}`;
      const accepted = {
        ok: true,
        data: { providerMessageId, contactIds: { waId: null, bsuid: null } },
      } as const;
      for (const one of list) {
        if (one === "answer") await settleSend(claim, accepted, Date.now(), 0);
        else await deliver("whatsapp", statusBody(one, providerMessageId, claim.row.id));
      }
      const message = await readMessage(conversationId, claim.row.id);
      expect(message.providerMessageId).toBe(providerMessageId);
      expect(essence(message)).toEqual({
        status: "read",
        error: null,
        attempt: 1,
        isAccepted: true,
        sent: steps.sent * 1000,
        delivered: steps.delivered * 1000,
        read: steps.read * 1000,
        failed: undefined,
      });
      expect((await outbox().doc(claim.row.id).get()).exists).toBe(false);
      const copies = await messagesOf(conversationId)
        .where("providerMessageId", "==", providerMessageId)
        .get();
      expect(copies.size).toBe(1);
    }),
    { numRuns: 25 },
  );
});

test("a failure that comes before the answer stays a failure", async () => {
  const { conversationId } = await customer("whatsapp");
  const claim = await claimNew(conversationId);
  const providerMessageId = `wamid.${ulid()}`;
  const accepted = {
    ok: true,
    data: { providerMessageId, contactIds: { waId: null, bsuid: null } },
  } as const;
  await deliver("whatsapp", statusBody("failed", providerMessageId, claim.row.id));
  await settleSend(claim, accepted, Date.now(), 0);
  expect(await readMessage(conversationId, claim.row.id)).toMatchObject({
    status: "failed",
    error: { code: 131026 },
  });
  expect((await conversations().doc(conversationId).get()).data()?.hasFailed).toBe(true);
});

test("a refusal of a send that a status has settled changes nothing", async () => {
  const { conversationId } = await customer("whatsapp");
  const claim = await claimNew(conversationId);
  const failure = { outcome: "rejected", code: 131026, subcode: null, message: "", details: null } as const;
  await deliver("whatsapp", statusBody("delivered", `wamid.${ulid()}`, claim.row.id));
  const settled = await settleSend(
    claim,
    { ok: false, failure: { ...failure, fbtraceId: null, httpStatus: 400 } },
    Date.now(),
    0,
  );
  expect(settled).toEqual({ kind: "overtaken" });
  expect(await readMessage(conversationId, claim.row.id)).toMatchObject({ status: "delivered", error: null });
});

test("a status for a message that waits for its next try settles it, so it is not sent again", async () => {
  const { conversationId } = await customer("whatsapp");
  const claim = await claimNew(conversationId);
  const failure = { outcome: "rejected", code: 131000, subcode: null, message: "", details: null } as const;
  await settleSend(
    claim,
    { ok: false, failure: { ...failure, fbtraceId: null, httpStatus: 500 } },
    Date.now(),
    0,
  );
  expect((await readMessage(conversationId, claim.row.id)).status).toBe("queued");
  await deliver("whatsapp", statusBody("sent", `wamid.${ulid()}`, claim.row.id));
  expect((await readMessage(conversationId, claim.row.id)).status).toBe("sent");
  expect((await outbox().doc(claim.row.id).get()).exists).toBe(false);
});
