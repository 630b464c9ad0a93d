/** A reason for people: the key of its words under `reasons`, and what goes into them. */
export type EventReason = { key: string; values: Record<string, string> };

const forms: { form: RegExp; key: string; value?: string }[] = [
  { form: /^store_error_(.+)$/, key: "store_error", value: "code" },
  { form: /^internal(?:_(.+))?$/, key: "internal", value: "name" },
  { form: /^Could not be read \((.+)\)$/, key: "could_not_be_read", value: "name" },
  { form: /^Meta reports error (.+) with this delivery$/, key: "meta_reports_error", value: "code" },
  { form: /^Nothing here depends on the field (.+)$/, key: "field_not_used", value: "field" },
  { form: /^Nothing here depends on (.+)$/, key: "kind_not_used", value: "kind" },
];

/** Which words tell why an item was ignored or failed, from what ingest wrote down. Pure. */
export function eventReason(reason: string): EventReason {
  for (const { form, key, value } of forms) {
    const match = form.exec(reason);
    if (match) return { key, values: value ? { [value]: match[1] ?? "" } : {} };
  }
  const key = reason
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
  return { key, values: {} };
}
