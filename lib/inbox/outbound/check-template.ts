import type { ChannelTemplate } from "@/lib/channels/client";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { isForPhonesOnly, isSendableStatus } from "@/lib/domain/template";
import { templateParts } from "@/lib/domain/template-parts";
import { filled } from "./template-shown";
import { firstWrongSlot } from "./template-slots";

type TemplateContent = Extract<SendContent, { kind: "template" }>;

/**
 * Whether Meta would take these parameters: approved (132001, 132015, 132016), the right number in each part (132000),
 * each of the right form (132012, 131008, 131009) and the texts short enough (132005). Parts this version does not know
 * are left to Meta. Pure.
 */
export function checkTemplate(template: ChannelTemplate, content: TemplateContent): Result<null> {
  if (!isSendableStatus(template.status)) {
    return fail("template_not_approved", "Meta has not approved this template", { status: template.status });
  }
  const wrong = firstWrongSlot(templateParts(template), content.components);
  if (!wrong) return ok(null);
  return fail("template_parameters_mismatch", "The template wants other parameters", wrong);
}

/** The template's body with its parameters in place, as the customer reads it; null when it has no body. Pure. */
export function bodyTextOf(template: ChannelTemplate, content: TemplateContent): string | null {
  const { body } = templateParts(template);
  if (!body) return null;
  return filled(body, "body", content.components);
}

/** One-time passwords go to phone numbers only (131062). */
export function needsPhone(template: ChannelTemplate): boolean {
  return isForPhonesOnly(template);
}
