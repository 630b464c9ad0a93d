import { z } from "zod";
import type { Origin } from "@/lib/domain/provider-event";
import { id, list, listOf, numeric, optional, text } from "../lenient";
import { isSomebody } from "../person";
import { ignored, isolated, type Unit } from "../unit";
import { withoutAt } from "../username";
import { parseMessage } from "./parse-message";
import { personOf, phoneOf } from "./person";
import { WireError, WireMessage, type WireValue } from "./wire";

const Names = z.object({
  wa_id: optional(id),
  user_id: optional(id),
  parent_user_id: optional(id),
  username: optional(text),
});
const Thread = Names.extend({
  id: optional(id),
  type: optional(text),
  context: optional(Names),
  messages: list,
});
type Thread = z.output<typeof Thread>;
const Chunk = z.object({
  metadata: optional(z.object({ phase: optional(numeric), progress: optional(numeric) })),
  threads: listOf(Thread),
  errors: listOf(WireError),
});
type Chunk = z.output<typeof Chunk>;

/** The business does not want to share its history with us. */
const DECLINED = 2593109;
/** Phases 0, 1 and 2 are the last day, three months and six months; each counts its progress to 100. */
const LAST_PHASE = 2;

/**
 * What was written before the number was connected, when it stays on the phone app: chunks of threads, in any order.
 * Files come later, as `messages` under the same field, in the place of a `media_placeholder`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history
 */
export function parseHistory(content: Record<string, unknown>, value: WireValue): Unit[] {
  const chunks = listOf(Chunk).parse(content.history);
  const units = [
    ...chunks.flatMap((chunk) => parseChunk(chunk, value)),
    ...value.messages.map((raw) => isolated("history.media", () => parseMedia(raw, value))),
  ];
  return units.length > 0 ? units : [ignored("field.history", "The value holds no messages")];
}

function parseChunk(chunk: Chunk, value: WireValue): Unit[] {
  return [
    ...chunk.threads.flatMap((thread) =>
      thread.messages.map((raw) => isolated("history", () => parseOne(raw, thread, value))),
    ),
    ...chunk.errors.map(parseError),
    ...(isComplete(chunk) ? [notice("history_complete", null)] : []),
  ];
}

function parseOne(raw: unknown, thread: Thread, value: WireValue): Unit {
  const origin = originOf(raw, value);
  const scope = { origin, contacts: value.contacts, isStandby: false, isHistory: true };
  if (!isGroup(thread)) return parseMessage(raw, { ...scope, person: personOfThread(thread, value) });
  if (origin === "phone") return ignored("history", "The business wrote it into a group");
  return parseMessage(raw, { ...scope, groupId: thread.id });
}

function parseMedia(raw: unknown, value: WireValue): Unit {
  const scope = { contacts: value.contacts, isStandby: false, isHistory: true };
  return { ...parseMessage(raw, { ...scope, origin: originOf(raw, value) }), kind: "history.media" };
}

function originOf(raw: unknown, { metadata }: WireValue): Origin {
  const from = digits(phoneOf(WireMessage.safeParse(raw).data?.from));
  if (from === "") return "customer";
  const own = [metadata?.display_phone_number, metadata?.phone_number_id].map(digits);
  return own.includes(from) ? "phone" : "customer";
}

const digits = (value: string | null | undefined): string => (value ?? "").replaceAll(/\D/g, "");
const isBsuid = (value: string | undefined) => /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(value ?? "");
const isPhone = (value: string | undefined) => /^\+?\d{5,15}$/.test(value ?? "");

function isGroup({ id: name, type }: Thread): boolean {
  return type === "group" || (name !== undefined && !isPhone(name) && !isBsuid(name));
}

/** Undefined when the thread itself names nobody: then each message does. */
function personOfThread(thread: Thread, value: WireValue) {
  const { context, id: name } = thread;
  const ids = {
    waId: thread.wa_id ?? context?.wa_id ?? (isPhone(name) ? name : undefined),
    bsuid: thread.user_id ?? context?.user_id ?? (isBsuid(name) ? name : undefined),
    parentBsuid: thread.parent_user_id ?? context?.parent_user_id,
  };
  if (!ids.waId && !ids.bsuid && !ids.parentBsuid) return undefined;
  const person = personOf(ids, value.contacts);
  if (!isSomebody(person)) return undefined;
  return { ...person, username: person.username ?? withoutAt(thread.username ?? context?.username) };
}

function parseError({ code }: z.output<typeof WireError>): Unit {
  if (code === DECLINED) return notice("history_declined", null);
  return notice("history_failed", code === undefined ? null : String(code));
}

function isComplete({ metadata }: Chunk): boolean {
  return (metadata?.phase ?? 0) >= LAST_PHASE && (metadata?.progress ?? 0) >= 100;
}

/** The field has no time of its own, so arrival counts. */
function notice(name: string, detail: string | null): Unit {
  return {
    kind: "field.history",
    event: { type: "account", change: {}, notice: { name, detail }, at: null },
  };
}
