import type { TemplateButton } from "@/lib/domain/template";
import { filledUrl, templateLimits } from "@/lib/domain/template-form";
import { textProblem } from "@/lib/domain/template-problems";
import { type Component, parametersOf, wordsOf } from "./template-parameters";

export type ParameterFault =
  | { wanted: number; given: number }
  | { problem: string; limit?: number; length?: number };

/** What Meta refuses in the parameter of a media or location header, or null. Pure. */
export function headerFault(format: string, parameter: Component): ParameterFault | null {
  const content = parameter[format] as Component | undefined;
  if (String(parameter.type).toLowerCase() !== format || typeof content !== "object" || content === null) {
    return { problem: "type" };
  }
  if (format !== "location") {
    return [content.id, content.link, content.uploadId].some(
      (name) => typeof name === "string" && name !== "",
    )
      ? null
      : { problem: "missing" };
  }
  const { latitude, longitude, name, address } = content;
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return { problem: "number" };
  return isText(name) && isText(address) ? null : { problem: "missing" };
}

/** The end of a limited-time offer, in epoch ms. Pure. */
export function offerFault(parameter: Component): ParameterFault | null {
  const offer = parameter.limited_time_offer as Component | undefined;
  const endsAt = offer?.expiration_time_ms;
  const isRight = parameter.type === "limited_time_offer" && Number.isInteger(endsAt) && Number(endsAt) > 0;
  return isRight ? null : { problem: "type" };
}

/** What Meta refuses in what is given for a button, or null. Quick replies and flows need nothing. Pure. */
export function buttonFault(
  button: TemplateButton,
  given: Component | undefined,
  isAuthentication: boolean,
): ParameterFault | null {
  const parameters = parametersOf(given);
  const [parameter] = parameters;
  const wanted = wantedBy(button);
  const isOptional = button.type === "quick_reply" || button.type === "flow";
  if (parameters.length > 1 || (parameters.length !== wanted && !isOptional)) {
    return { wanted, given: parameters.length };
  }
  if (given && String(given.sub_type).toLowerCase() !== subTypeOf(button)) return { problem: "sub_type" };
  if (!parameter) return null;
  switch (button.type) {
    case "quick_reply":
      return parameter.type === "payload" ? null : { problem: "type" };
    case "flow":
      return parameter.type === "action" && typeof parameter.action === "object" ? null : { problem: "type" };
    case "copy_code":
      return parameter.type === "coupon_code"
        ? codeFault(parameter.coupon_code, templateLimits.coupon)
        : { problem: "type" };
    case "code":
      return parameter.type === "text" ? codeFault(parameter.text, templateLimits.code) : { problem: "type" };
    case "url":
      return isAuthentication ? null : linkFault(button.url, parameter);
    default:
      return null;
  }
}

function wantedBy(button: TemplateButton): number {
  if (button.type === "url") return button.variable === null ? 0 : 1;
  return button.type === "copy_code" || button.type === "code" ? 1 : 0;
}

function subTypeOf({ type }: TemplateButton): string {
  if (type === "code") return "url";
  if (type === "phone") return "phone_number";
  return type === "call" ? "voice_call" : type;
}

function codeFault(value: unknown, limit: number): ParameterFault | null {
  if (!isText(value)) return { problem: "missing" };
  if (/\s/.test(value)) return { problem: "characters" };
  return value.length > limit ? { problem: "too_long", limit, length: value.length } : null;
}

function linkFault(url: string, parameter: Component): ParameterFault | null {
  const ending = parameter.type === "text" ? wordsOf(parameter) : null;
  if (ending === null) return { problem: "type" };
  if (textProblem(ending) === "missing") return { problem: "missing" };
  const filled = filledUrl(url, ending);
  if (/\s/.test(ending) || !URL.canParse(filled)) return { problem: "link" };
  const limit = templateLimits.url;
  return filled.length > limit ? { problem: "too_long", limit, length: filled.length } : null;
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

function isWithin(value: unknown, limit: number): boolean {
  return isText(value) && Math.abs(Number(value)) <= limit;
}
