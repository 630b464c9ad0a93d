import { asArray, asObject, asText, type Json } from "../../http/json";
import type { TapOption } from "../../world/types";
import { graphError, paramError } from "../errors";
import { invalid, onlyKeys, requiredObject } from "./check";
import { countMismatch, variablesOf } from "./template-text";

/**
 * The buttons of a template or card with the payloads, endings and codes a send gives them. Throws 100, 131008, 131009,
 * 132000 or 132012.
 */
export function templateButtons(parts: readonly Json[], given: Json[]): TapOption[] {
  const buttons = asArray(parts.find((entry) => entry.type === "BUTTONS")?.buttons).map((entry) =>
    requiredObject(entry, "button"),
  );
  const byIndex = new Map<number, Json>();
  for (const component of given) {
    const index = Number(asText(component.index) ?? Number.NaN);
    if (!Number.isInteger(index))
      throw paramError("The parameter template['components']['index'] is required.");
    if (!buttons[index]) throw graphError(132000, `buttons: there is no button at index ${index}`);
    if (byIndex.has(index)) throw paramError(`There are two buttons at index ${index}.`);
    byIndex.set(index, component);
  }
  return buttons.map((button, index) => option(button, index, byIndex.get(index) ?? null));
}

function option(button: Json, index: number, given: Json | null): TapOption {
  const title = asText(button.text) ?? "";
  const type = asText(button.type)?.toUpperCase() ?? "";
  const where = `Button at index ${index}`;
  checkSubType(type, where, given);
  const parameters = asArray(given?.parameters).map((entry) => requiredObject(entry, where));
  if (parameters.length > 1) throw countMismatch("buttons", parameters.length, 1);
  const parameter = parameters[0] ?? null;
  switch (type) {
    case "QUICK_REPLY":
      if (parameter && parameter.type !== "payload") throw mismatch(where, "PAYLOAD", parameter);
      return { id: asText(parameter?.payload) ?? title, title, kind: "quick_reply" };
    case "REQUEST_CONTACT_INFO":
      return {
        id: "request_contact_info",
        title: title || "Share contact info",
        kind: "request_contact_info",
      };
    case "COPY_CODE":
      return { id: `copy:${coupon(parameter, where)}`, title, kind: "link" };
    case "FLOW":
      checkFlow(parameter, where);
      return { id: "flow", title, kind: "link" };
    case "URL":
    case "OTP":
      return { id: link(button, type, parameter, where), title, kind: "link" };
    default:
      if (parameter) throw countMismatch("buttons", 1, 0);
      return { id: `tel:${asText(button.phone_number) ?? ""}`, title, kind: "link" };
  }
}

/** One-time password buttons are filled like links. */
function checkSubType(type: string, where: string, given: Json | null): void {
  if (!given) return;
  const subType = asText(given.sub_type)?.toLowerCase();
  const expected = type === "OTP" ? "url" : type.toLowerCase();
  if (subType === expected) return;
  throw graphError(132012, `buttons: ${where} is of type ${expected}, received ${subType ?? "UNKNOWN"}`);
}

function link(button: Json, type: string, parameter: Json | null, where: string): string {
  const url = type === "OTP" ? "otp:{{1}}" : (asText(button.url) ?? "");
  if (variablesOf(url).length === 0) {
    if (parameter) throw countMismatch("buttons", 1, 0);
    return url;
  }
  if (!parameter) throw graphError(131008, `buttons: ${where} of type Url requires a parameter`);
  if (parameter.type !== "text") throw mismatch(where, "TEXT", parameter);
  const ending = asText(parameter.text);
  if (!ending) throw graphError(131008, `buttons: ${where} of type Url requires a parameter`);
  const filled = url.replace(/\{\{\s*\w+\s*\}\}/, () => ending);
  if (/\s/.test(ending) || !URL.canParse(filled) || filled.length > 2000)
    throw graphError(132012, `buttons: ${where} does not make a valid URL`);
  return filled;
}

function coupon(parameter: Json | null, where: string): string {
  if (!parameter) throw graphError(131008, `buttons: ${where} of type copy_code requires a parameter`);
  if (parameter.type !== "coupon_code") throw mismatch(where, "COUPON_CODE", parameter);
  const code = asText(parameter.coupon_code);
  if (!code) throw graphError(131008, `buttons: ${where} has no coupon_code`);
  if (code.length > 15) throw invalid(`buttons: ${where}: coupon_code is longer than 15 characters`);
  if (/\s/.test(code)) throw invalid(`buttons: ${where}: coupon_code has spaces`);
  return code;
}

function checkFlow(parameter: Json | null, where: string): void {
  if (!parameter) return;
  if (parameter.type !== "action") throw mismatch(where, "ACTION", parameter);
  const action = asObject(parameter.action);
  if (!action) throw graphError(131008, `buttons: ${where} has no action`);
  onlyKeys(action, ["flow_token", "flow_action_data"], `${where}['action']`);
}

function mismatch(where: string, expected: string, parameter: Json) {
  const received = asText(parameter.type)?.toUpperCase() ?? "UNKNOWN";
  return graphError(132012, `buttons: ${where}: Format mismatch, expected ${expected}, received ${received}`);
}
