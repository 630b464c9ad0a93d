import { describeGraphError } from "@/lib/channels/graph/error-catalogue";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import type { TemplateShown } from "@/lib/domain/template-shown";
import { channels } from "@/lib/store/channels";
import { bodyTextOf, checkTemplate, needsPhone } from "./check-template";
import { knownTemplate } from "./known-templates";
import { shownTemplate } from "./template-shown";

export type PreparedTemplate = {
  /** The words the customer will read; null when the channel could not be asked. */
  text: string | null;
  needsPhone: boolean;
  /** What else they will see; missing when the channel could not be asked. */
  shown?: TemplateShown;
  /** Not for people who want no marketing messages. */
  isMarketing: boolean;
};

/**
 * Holds a template against the account's own. While Meta cannot be asked (a paused channel, a cut line) the message
 * is taken unchecked: it waits like any other. Errors: `template_not_found`, `template_not_approved`,
 * `template_parameters_mismatch`, `provider_rejected`, `channel_disconnected`, `bad_request` on Instagram.
 */
export async function prepareTemplate(
  channelId: string,
  content: Extract<SendContent, { kind: "template" }>,
): Promise<Result<PreparedTemplate>> {
  const channel = (await channels().doc(channelId).get()).data();
  if (!channel) return fail("not_found", "There is no such channel");
  if (!channel.isConnected) return fail("channel_disconnected", "This channel is not connected");
  if (channel.type !== "whatsapp") return fail("bad_request", "Instagram has no templates");
  const answer = await knownTemplate(channel, content.name, content.language);
  if (answer.kind === "missing")
    return fail("template_not_found", "The account has no such template in this language");
  if (answer.kind === "found") {
    const { language } = answer.template;
    // Webhooks write en-US; a send takes en_US only (132001).
    if (language !== content.language)
      return fail("template_not_found", "The language is written in another way", { language });
    const checked = checkTemplate(answer.template, content);
    if (!checked.ok) return checked;
    const { template } = answer;
    return ok({
      text: bodyTextOf(template, content),
      shown: shownTemplate(template, content),
      needsPhone: needsPhone(template),
      isMarketing: template.category?.toUpperCase() === "MARKETING",
    });
  }
  const { failure } = answer;
  const rule = describeGraphError("whatsapp", failure?.code ?? null, failure?.subcode ?? null, null);
  const isForNow = failure?.outcome !== "rejected" || rule.retry !== "fix_and_retry";
  if (isForNow) return ok({ text: null, needsPhone: false, isMarketing: false });
  return fail("provider_rejected", "Meta did not give the templates", { code: failure.code });
}
