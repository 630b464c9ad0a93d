import type { MessageEvent } from "@/lib/domain/provider-event";

type Notice = Pick<MessageEvent, "person" | "providerMessageId" | "sentAt"> & {
  /** What happened; `body` is Meta's own words or name for it. */
  event: string;
  body: string | null;
};

/** Something that happened in a thread and that nobody wrote: one line of it. Epoch ms. */
export function systemNotice({ person, providerMessageId, event, body, sentAt }: Notice): MessageEvent {
  return {
    type: "message",
    origin: "customer",
    person,
    aliases: [],
    providerMessageId,
    kind: "system",
    text: null,
    content: { kind: "system", event, body },
    replyTo: null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    sentAt,
  };
}
