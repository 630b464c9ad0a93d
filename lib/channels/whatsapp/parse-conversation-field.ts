import { ignored, isolated, type Unit } from "../unit";
import { parseMessage } from "./parse-message";
import { parseStatus } from "./parse-status";
import type { WireError, WireValue } from "./wire";

/**
 * Messages (the customer's), echoes (the business's own, from its phone) and statuses. All may be mixed in one
 * value. In `standby` another app or Meta's agent handles the thread.
 */
export function parseConversationField(
  field: string,
  content: Record<string, unknown>,
  value: WireValue,
): Unit[] {
  const isStandby = field === "standby";
  const scope = { contacts: value.contacts, isStandby };
  const units = [
    ...value.messages.map((raw) =>
      isolated("message", () => parseMessage(raw, { ...scope, origin: "customer" })),
    ),
    ...value.message_echoes.map((raw) =>
      isolated("echo", () => parseMessage(raw, { ...scope, origin: "phone" })),
    ),
    ...value.statuses.map((raw) => isolated("status", () => parseStatus(raw, value.contacts))),
    ...value.errors.map(parseValueError),
  ];
  if (units.length > 0) return units;
  const names = Object.keys(content).length === 0 ? "is empty" : "holds no messages and no statuses";
  return [ignored(`field.${field}`, `The value ${names}`)];
}

function parseValueError(error: WireError): Unit {
  const code = error.code ?? "without a code";
  return ignored(`value_error.${error.code ?? "unknown"}`, `Meta reports error ${code} with this delivery`);
}
