import { isForPhonesOnly, isSendableStatus, type Template } from "@/lib/domain/template";

/** Why a template cannot be sent to this person: a key of `templates.whyNot` in the message catalogue, or null. Pure. */
export type Hindrance =
  | "paused"
  | "rejected"
  | "disabled"
  | "pending"
  | "not_approved"
  | "unfillable"
  | "phone_needed";

const byStatus: Record<string, Hindrance> = {
  PAUSED: "paused",
  REJECTED: "rejected",
  DISABLED: "disabled",
  PENDING: "pending",
  IN_APPEAL: "pending",
};

export function hindrance(template: Template, recipient: { hasPhone: boolean }): Hindrance | null {
  if (!isSendableStatus(template.status)) return byStatus[template.status.toUpperCase()] ?? "not_approved";
  if (template.parts.unknown.length > 0) return "unfillable";
  return isForPhonesOnly(template) && !recipient.hasPhone ? "phone_needed" : null;
}
