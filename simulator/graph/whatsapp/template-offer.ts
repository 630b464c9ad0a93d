import { asArray, asObject, asText, type Json } from "../../http/json";
import type { Template } from "../../world/types";
import { graphError } from "../errors";
import { countMismatch } from "./template-text";

/** The words of a limited-time offer, or null. Throws 132000 for one that was not asked for, 132012 without its end. */
export function offerOf(template: Template, given: Json | null): string | null {
  const offer = asObject(
    template.components.find((entry) => entry.type === "LIMITED_TIME_OFFER")?.limited_time_offer,
  );
  const parameters = asArray(given?.parameters);
  const wanted = offer?.has_expiration === true ? 1 : 0;
  if (parameters.length > wanted) throw countMismatch("limited_time_offer", parameters.length, wanted);
  if (!offer || wanted === 0) return asText(offer?.text);
  const parameter = asObject(parameters[0]);
  const endsAt = asObject(parameter?.limited_time_offer)?.expiration_time_ms;
  if (parameter?.type !== "limited_time_offer" || !Number.isInteger(endsAt) || Number(endsAt) <= 0) {
    throw graphError(132012, "limited_time_offer: Format mismatch, expected expiration_time_ms");
  }
  return `${asText(offer.text) ?? ""} (until ${new Date(Number(endsAt)).toISOString()})`;
}
