/** Words with variables: `{{1}}` by position, `{{name}}` by name. `examples` are what Meta reviewed. */
export type TemplateText = { text: string; variables: string[]; examples: Record<string, string> };

export type TemplateMedia = "image" | "video" | "document";

export type TemplateHeader =
  | ({ format: "text" } & TemplateText)
  | { format: TemplateMedia }
  | { format: "location" };

/** `url` has at most one variable, at its end. `code`: a one-time password, the same as in the body. */
export type TemplateButton = { text: string } & (
  | { type: "quick_reply" | "flow" | "request_contact_info" | "code" | "call" }
  | { type: "url"; url: string; variable: string | null; example: string | null }
  | { type: "copy_code"; example: string | null }
  | { type: "phone"; phone: string }
);

export type TemplateCard = {
  header: { format: "image" | "video" } | null;
  body: TemplateText | null;
  buttons: TemplateButton[];
};

/** What a template is made of. `unknown` names parts that this version cannot fill in. */
export type TemplateParts = {
  isNamed: boolean;
  isAuthentication: boolean;
  header: TemplateHeader | null;
  body: TemplateText | null;
  footer: string | null;
  buttons: TemplateButton[];
  offer: { text: string; hasExpiry: boolean } | null;
  cards: TemplateCard[];
  unknown: string[];
};

/** A template as an agent may see and pick it; nothing in it is Meta's link. `status` is Meta's word. */
export type Template = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string | null;
  quality: string | null;
  /** Meta's word for why it was refused or stopped. */
  reason: string | null;
  parts: TemplateParts;
};

/** What an agent filled in, by field id. Files are upload ids, times epoch ms in digits. */
export type TemplateValues = Readonly<Record<string, string>>;

const sendable = new Set(["APPROVED", "REINSTATED", "FLAGGED"]);

/**
 * Whether Meta sends a template in this state; FLAGGED is a warning that it may be stopped.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export const isSendableStatus = (status: string): boolean => sendable.has(status.toUpperCase());

/** One-time passwords go to phone numbers only (131062). */
export const isForPhonesOnly = (template: { category: string | null }): boolean =>
  template.category?.toUpperCase() === "AUTHENTICATION";
