import type { Json } from "../../http/json";
import type { Customer } from "../../world/types";
import type { World } from "../../world/world";
import { GraphError, paramError } from "../errors";

const hourMs = 3600_000;

/**
 * 24 hours from the customer's last message; with MESSAGE_TAG and HUMAN_AGENT, 7 days. Throws 10/2534022 outside,
 * 10/2018065 when the app has no Human Agent permission, 100 for tags and types that do not exist.
 */
export function checkWindow(world: World, customer: Customer, body: Json): void {
  const type = body.messaging_type ?? "RESPONSE";
  if (type !== "RESPONSE" && type !== "UPDATE" && type !== "MESSAGE_TAG") {
    throw paramError("Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}.");
  }
  if (type === "MESSAGE_TAG" && body.tag !== "HUMAN_AGENT")
    throw paramError("Param tag must be one of {HUMAN_AGENT}.");
  if (type !== "MESSAGE_TAG" && body.tag !== undefined)
    throw paramError("A tag needs messaging_type MESSAGE_TAG.");
  const agoMs = customer.lastWroteAt === null ? Number.POSITIVE_INFINITY : world.now() - customer.lastWroteAt;
  if (agoMs < 24 * hourMs) return;
  const isTagged = type === "MESSAGE_TAG";
  if (isTagged && !world.state.delivery.hasHumanAgent) {
    throw new GraphError({
      code: 10,
      subcode: 2018065,
      message:
        "(#10) This message is sent outside of allowed window. The app has no permission for this tag.",
    });
  }
  if (isTagged && agoMs < 7 * 24 * hourMs) return;
  throw new GraphError({
    code: 10,
    subcode: 2534022,
    message:
      "(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview",
  });
}
