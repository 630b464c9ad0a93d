const reasons: Record<string, string> = {
  flows: "Flow health is not followed",
  security: "Security notices are not followed",
};

/** Why a webhook field changes nothing here, for people who look into the event. */
export function reasonToIgnore(field: string): string {
  if (Object.hasOwn(reasons, field)) return reasons[field] as string;
  if (field.startsWith("group_")) return "Group administration is not followed";
  return `Nothing here depends on the field ${field.slice(0, 60)}`;
}
