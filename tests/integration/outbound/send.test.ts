import { expect, test } from "vitest";
import { useWorld } from "../support/world";
import { calm, customer, queueText, readMessage, sender, textsOnPhone, useStandIn } from "./stand-in";

useWorld("send");
useStandIn();

test("a text reaches the customer on WhatsApp and its statuses come home", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const message = await queueText(conversationId, "Good morning");
  expect(message.status).toBe("queued");
  await sender().kickLane(conversationId);
  await calm();
  const sent = await readMessage(conversationId, message.id);
  expect(await textsOnPhone(id)).toEqual(["Good morning"]);
  expect(sent.status).toBe("read");
  expect(Object.keys(sent.timeline).sort()).toEqual([
    "accepted",
    "delivered",
    "queued",
    "read",
    "sending",
    "sent",
  ]);
});
