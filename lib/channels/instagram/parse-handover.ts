import { derivedId } from "../derived-id";
import { id } from "../lenient";
import { isSomebody } from "../person";
import { systemNotice } from "../system-notice";
import { failed, type Unit } from "../unit";
import type { ItemHead } from "./item-scope";
import type { WireItem } from "./wire";

/**
 * Control over a thread changes between apps. Meta tells the app that gets it (`pass`), the one that loses it (`take`)
 * and the one that is asked for it (`request`, which changes nothing by itself); in standby, who else has it.
 * https://developers.facebook.com/docs/messenger-platform/handover-protocol
 */
export function parseHandover(
  wire: WireItem,
  raw: unknown,
  { person, at, isStandby }: ItemHead,
): Unit | null {
  const told = handoverOf(wire, isStandby);
  if (!told) return null;
  const kind = `messaging.${told.field}`;
  if (!isSomebody(person)) return failed(kind, "The hand-over names nobody");
  const { by, asked } = told;
  const event = by === undefined ? "control_requested" : by === null ? "control_ours" : "control_theirs";
  const name = by ?? asked ?? "unknown";
  const body = name === "unknown" ? null : name;
  const notice = systemNotice({ person, providerMessageId: derivedId(raw), event, body, sentAt: at });
  return { kind, event: by === undefined ? notice : { ...notice, control: { by } } };
}

/** `by`: who answers from now on, null for us; undefined when only `asked` for. */
type Handover = { field: string; by?: string | null; asked?: string };

function handoverOf(wire: WireItem, isStandby: boolean): Handover | null {
  const { pass_thread_control: pass, take_thread_control: take, request_thread_control: request } = wire;
  if (pass) return { field: "pass_thread_control", by: isStandby ? nameOf(pass.new_owner_app_id) : null };
  if (take) return { field: "take_thread_control", by: nameOf(take.new_owner_app_id) };
  if (request) return { field: "request_thread_control", asked: nameOf(request.requested_owner_app_id) };
  return null;
}

const nameOf = (app: unknown): string => id.safeParse(app).data ?? "unknown";
