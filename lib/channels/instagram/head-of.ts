import { nobody } from "../person";
import { epochMs } from "../timestamp";
import { withoutAt } from "../username";
import type { ItemHead, ItemScope } from "./item-scope";
import type { WireItem } from "./wire";

/**
 * Who did it and with whom. What the account sent is an echo, whether by the API or from the Instagram app:
 * `is_echo` says so, or the sender is the account. What is addressed to the account by somebody else is the
 * customer's, whatever `is_echo` says.
 */
export function headOf(wire: WireItem, { accountId, time, isStandby }: ItemScope): ItemHead {
  const { sender, recipient, message } = wire;
  const isToAccount = recipient?.id === accountId && sender?.id !== accountId;
  const isOurs = sender?.id === accountId || message?.is_echo === true;
  const origin = isOurs && !isToAccount ? "phone" : "customer";
  const other = origin === "phone" ? recipient : sender;
  const isSelf = other?.id === accountId;
  return {
    origin,
    person: {
      ...nobody,
      igsid: isSelf ? null : (other?.id ?? null),
      username: isSelf ? null : withoutAt(other?.username),
    },
    at: epochMs(wire.timestamp) ?? epochMs(time),
    isStandby,
  };
}
