import { asArray, asObject, asText, type Json } from "../../http/json";
import type { TapOption, Template } from "../../world/types";
import { graphError, paramError } from "../errors";
import { requiredObject } from "./check";
import { variablesOf } from "./template-text";

/** The template's buttons with the payloads and URL endings a send gives them. Throws 100, 131008, 132000 or 132012. */
export function templateButtons(template: Template, given: Json[]): TapOption[] {
  const buttons = asArray(template.components.find((entry) => entry.type === "BUTTONS")?.buttons).map(
    (entry) => requiredObject(entry, "button"),
  );
  const byIndex = new Map<number, Json>();
  for (const component of given) {
    const index = Number(asText(component.index) ?? Number.NaN);
    if (!Number.isInteger(index))
      throw paramError("The parameter template['components']['index'] is required.");
    if (!buttons[index]) throw graphError(132000, `buttons: there is no button at index ${index}`);
    byIndex.set(index, component);
  }
  return buttons.map((button, index) => option(button, index, byIndex.get(index) ?? null));
}

function option(button: Json, index: number, given: Json | null): TapOption {
  const title = asText(button.text) ?? "";
  const subType = asText(given?.sub_type)?.toLowerCase();
  const expected = asText(button.type)?.toLowerCase();
  if (given && subType !== expected) {
    throw graphError(
      132012,
      `buttons: Button at index ${index} is of type ${expected}, received ${subType ?? "UNKNOWN"}`,
    );
  }
  const parameter = asObject(asArray(given?.parameters)[0]);
  if (button.type === "QUICK_REPLY")
    return { id: asText(parameter?.payload) ?? title, title, kind: "quick_reply" };
  if (button.type === "REQUEST_CONTACT_INFO") {
    return { id: "request_contact_info", title: title || "Share contact info", kind: "request_contact_info" };
  }
  const url = asText(button.url) ?? "";
  if (variablesOf(url).length === 0) return { id: url, title, kind: "link" };
  const ending = asText(parameter?.text);
  if (!ending) throw graphError(131008, `buttons: Button at index ${index} of type Url requires a parameter`);
  return { id: url.replace(/\{\{1\}\}/, ending), title, kind: "link" };
}
