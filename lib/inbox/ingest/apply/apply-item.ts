import { ErasedError } from "@/lib/inbox/privacy/erased-person";
import type { Work } from "../plan";
import { applyToMessage } from "./change";
import { applyAccount, applyTemplate } from "./channel";
import { applyContactName, applyPreference, applyReferral } from "./contact";
import { type ApplyContext, erased, type Outcome } from "./context";
import { applyMessage } from "./message";
import { applyStatus } from "./status";

/** Does what one item says, in the context's transaction. Doing it again changes nothing. */
export async function applyItem(context: ApplyContext, work: Work): Promise<Outcome> {
  try {
    return await applyEvent(context, work);
  } catch (error) {
    // Nothing was changed before this was found.
    if (error instanceof ErasedError) return erased;
    throw error;
  }
}

function applyEvent(context: ApplyContext, work: Work): Promise<Outcome> {
  const { event } = work;
  const { unit, receivedAt } = context;
  if (event.type === "message") return applyMessage(context, event, work.index);
  if (event.type === "status") return applyStatus(context, event);
  if (event.type === "preference") return applyPreference(context, event);
  if (event.type === "contact_name") return applyContactName(context, event);
  if (event.type === "referral") return applyReferral(context, event);
  if (event.type === "template") return applyTemplate(unit, work.wabaId, event, receivedAt);
  if (event.type === "account") return applyAccount(unit, work.channels, event, receivedAt);
  const at = event.at ?? receivedAt;
  if (event.type === "read") return applyToMessage(context, event.providerMessageId, { type: "read", at });
  const target = event.targetProviderMessageId;
  if (event.type === "revoke") return applyToMessage(context, target, { type: "revoke", at });
  if (event.type === "edit") {
    const { text, editNumber } = event;
    return applyToMessage(context, target, { type: "edit", text, editNumber, at });
  }
  const from = event.origin === "customer" ? "contact" : "business";
  return applyToMessage(context, target, { type: "reaction", from, emoji: event.emoji, at });
}
