import { derivedId } from "../derived-id";
import type { Unit } from "../unit";
import type { ItemHead } from "./item-scope";
import type { WireItem } from "./wire";

/** A tap on an icebreaker, a menu entry or a button. It has a mid, as a message has. */
export function parsePostback(
  wire: NonNullable<WireItem["postback"]>,
  referralBeside: Record<string, unknown> | null,
  raw: unknown,
  { origin, person, at, isStandby }: ItemHead,
): Unit {
  const title = wire.title ?? null;
  return {
    kind: origin === "customer" ? "message.tap" : "echo.tap",
    event: {
      type: "message",
      origin,
      person,
      aliases: [],
      providerMessageId: wire.mid ?? derivedId(raw),
      kind: "tap",
      text: title,
      content: { kind: "tap", source: "postback", title, payload: wire.payload ?? null, description: null },
      replyTo: null,
      referral: wire.referral ?? referralBeside,
      forwarded: null,
      groupId: null,
      isStandby,
      sentAt: at,
    },
  };
}
