import type { ChannelRef } from "@/lib/domain/provider-event";
import { type ChannelUnit, ignored, isolated, type Unit } from "../unit";
import { accountFields, parseAccountField } from "./parse-account";
import { parseCalls } from "./parse-calls";
import { parseConversationField } from "./parse-conversation-field";
import { parseHandover } from "./parse-handover";
import { parseHistory } from "./parse-history";
import { parsePreferences } from "./parse-preferences";
import { parseStateSync } from "./parse-state-sync";
import { parseTemplateField, templateFields } from "./parse-template";
import { parseUserIdUpdate } from "./parse-user-id-update";
import { reasonToIgnore } from "./reason-to-ignore";
import { WireChange, WireValue } from "./wire";

/** The fields whose values hold messages, echoes and statuses. */
const conversationFields = new Set(["messages", "standby", "smb_message_echoes", "message_echoes"]);

/** Everything one change holds. A change with nothing for us is one ignored unit. */
export function parseChange(raw: unknown, entry: { wabaId: string; time: unknown }): ChannelUnit[] {
  const change = WireChange.safeParse(raw).data;
  const value = WireValue.safeParse(change?.value).data;
  const channel: ChannelRef = {
    type: "whatsapp",
    wabaId: entry.wabaId,
    phoneNumberId: value?.metadata?.phone_number_id ?? null,
    displayPhone: value?.metadata?.display_phone_number ?? textOf(change?.value?.display_phone_number),
  };
  return unitsOf().map((unit) => ({ ...unit, channel }));

  function unitsOf(): Unit[] {
    // Some of Meta's own examples misplace `field` inside the value.
    const field =
      change?.field ?? textOf(change?.value?.field) ?? (value?.messages.length ? "messages" : "unknown");
    const kind = `field.${field}`;
    if (!change?.value || !value) return [ignored(kind, "The change holds no value")];
    const content = change.value;
    if (conversationFields.has(field)) return parseConversationField(field, content, value);
    if (field === "user_preferences") return parsePreferences(content, value.contacts);
    if (field === "history") return parseHistory(content, value);
    if (field === "smb_app_state_sync") return parseStateSync(content);
    if (field === "calls") return parseCalls(content, value);
    if (field === "messaging_handovers") return parseHandover(content, value);
    if (field === "user_id_update") return parseUserIdUpdate(content);
    if (templateFields.has(field))
      return [isolated(kind, () => parseTemplateField(field, content, entry.time))];
    if (accountFields.has(field))
      return [isolated(kind, () => parseAccountField(field, content, entry.time))];
    return [ignored(kind, reasonToIgnore(field))];
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
