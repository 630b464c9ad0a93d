import { z } from "zod";
import type { ProviderEvent } from "@/lib/domain/provider-event";
import { id, optional, text } from "../lenient";
import { epochMs } from "../timestamp";
import { ignored, type Unit } from "../unit";

const Value = z.object({
  event: optional(text),
  reason: optional(text),
  other_info: optional(z.object({ title: optional(text) })),
  message_template_id: optional(id),
  message_template_name: optional(text),
  message_template_language: optional(text),
  message_template_category: optional(text),
  new_quality_score: optional(text),
  new_category: optional(text),
});
type Value = z.output<typeof Value>;
type Change = Extract<ProviderEvent, { type: "template" }>["change"];

export const templateFields = new Set([
  "message_template_status_update",
  "message_template_quality_update",
  "template_category_update",
  "message_template_components_update",
]);

/**
 * News of a template. Webhooks write the language `en-US`, the template API `en_US`; here it is always the latter.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
 */
export function parseTemplateField(field: string, content: Record<string, unknown>, time: unknown): Unit {
  const value = Value.parse(content);
  const hasNewContent = field === "message_template_components_update";
  const change = hasNewContent ? { hasNewContent } : changeOf(value);
  const kind = `field.${field}`;
  if (Object.keys(change).length === 0) return ignored(kind, "The value tells of no change");
  return {
    kind,
    event: {
      type: "template",
      templateId: value.message_template_id ?? null,
      name: value.message_template_name ?? null,
      language: value.message_template_language?.replaceAll("-", "_") ?? null,
      change,
      at: epochMs(time),
    },
  };
}

/** By what the value holds rather than by field: Meta's own example of a quality update names the wrong one. */
function changeOf(value: Value): Change {
  const change: Change = {};
  if (value.event) change.status = value.event;
  const reason = value.reason && value.reason !== "NONE" ? value.reason : value.other_info?.title;
  // A status without a reason ends the one that was known.
  if (value.event) change.reason = reason ?? "";
  if (value.new_quality_score) change.quality = value.new_quality_score;
  const category = value.new_category ?? value.message_template_category;
  if (category) change.category = category;
  return change;
}
