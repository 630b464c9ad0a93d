const reasons: Record<string, string> = {
  history: "Chat history from before the number was connected is not imported",
  smb_app_state_sync: "The phone's address book is not imported",
  calls: "Calls are not handled",
  flows: "Flow health is not followed",
  messaging_handovers: "Hand-overs between apps change nothing here",
  account_alerts: "Account alerts are not followed",
  security: "Security notices are not followed",
};

/** Why a webhook field changes nothing here, for people who look into the event. */
export function reasonToIgnore(field: string): string {
  if (Object.hasOwn(reasons, field)) return reasons[field] as string;
  if (field.startsWith("group_")) return "Group administration is not followed";
  return `Nothing here depends on the field ${field.slice(0, 60)}`;
}
