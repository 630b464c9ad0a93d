import type { ConnectField, ConnectForm } from "@/lib/domain/channel-form";

/** What can be connected, as an admin chooses it. */
export type Kind = "whatsapp" | "facebook" | "instagram";
export const kinds: readonly Kind[] = ["whatsapp", "facebook", "instagram"];

export const fieldsOf: Record<Kind, readonly ConnectField[]> = {
  whatsapp: ["phoneNumberId", "wabaId", "token", "appSecret"],
  facebook: ["token", "pageId", "appSecret"],
  instagram: ["token", "appSecret"],
};

/** What was typed, in the shape of the schema that form and action share. */
export function typedIn(form: FormData, kind: Kind): unknown {
  const text = (name: ConnectField) => String(form.get(name) ?? "");
  const secrets = { token: text("token"), appSecret: text("appSecret") };
  if (kind === "whatsapp") {
    return { type: "whatsapp", phoneNumberId: text("phoneNumberId"), wabaId: text("wabaId"), ...secrets };
  }
  return { type: "instagram", login: kind, pageId: text("pageId").trim() || null, ...secrets };
}

export const kindOf = (
  form: Pick<ConnectForm, "type"> & { login?: "facebook" | "instagram" | null },
): Kind => (form.type === "whatsapp" ? "whatsapp" : (form.login ?? "facebook"));

/** The fields of Meta's webhook that have a reader here, for an admin to tick. */
export const webhookFields: Record<"whatsapp" | "instagram", readonly string[]> = {
  whatsapp: [
    "messages",
    "message_template_status_update",
    "message_template_quality_update",
    "message_template_components_update",
    "template_category_update",
    "phone_number_quality_update",
    "phone_number_name_update",
    "account_update",
    "account_alerts",
    "account_review_update",
    "business_capability_update",
    "user_preferences",
    "smb_message_echoes",
  ],
  instagram: [
    "messages",
    "messaging_postbacks",
    "message_reactions",
    "messaging_referral",
    "messaging_seen",
    "message_edit",
  ],
};
