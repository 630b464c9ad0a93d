import { asObject, asText, type Json } from "../../http/json";
import { type GraphError, graphError, paramError } from "../errors";

/** A nested object that must be there. Throws 131008. */
export function requiredObject(value: unknown, param: string): Json {
  if (value === undefined || value === null) throw missing(param);
  const object = asObject(value);
  if (!object) throw paramError(`Param ${param} must be a JSON object.`);
  return object;
}

/** Text that must be there and not empty. Throws 131008, 100 when it is no text, or the length rule's error. */
export function requiredText(value: unknown, param: string, maxLength?: number): string {
  if (value === undefined || value === null || value === "") throw missing(param);
  if (typeof value !== "string") throw paramError(`Param ${param} must be a string.`);
  if (maxLength !== undefined) checkLength(value, param, maxLength);
  return value;
}

export function optionalText(value: unknown, param: string, maxLength: number): string | null {
  if (value === undefined || value === null) return null;
  return requiredText(value, param, maxLength);
}

/** Top-level lengths are refused by the front door (100), those inside interactive by WhatsApp (131009). */
export function checkLength(value: string, param: string, maxLength: number): void {
  if ([...value].length <= maxLength) return;
  if (param.startsWith("interactive"))
    throw invalid(`${param} length invalid. Min length: 1, Max length: ${maxLength}`);
  throw paramError(`Param ${param} must be at most ${maxLength} characters long.`);
}

export function requiredArray(
  value: unknown,
  param: string,
  limits: { min: number; max: number },
): unknown[] {
  if (value === undefined || value === null) throw missing(param);
  if (!Array.isArray(value)) throw paramError(`Param ${param} must be an array.`);
  if (value.length < limits.min || value.length > limits.max) {
    throw invalid(`${param} must have between ${limits.min} and ${limits.max} entries, not ${value.length}`);
  }
  return value;
}

/** Refuses nested keys Meta does not know, which is how misspelt fields show. */
export function onlyKeys(object: Json, allowed: readonly string[], param: string): void {
  const odd = Object.keys(object).find((key) => !allowed.includes(key));
  if (odd) throw paramError(`Unexpected key "${odd}" on param "${param}".`);
}

/** A coordinate, as number or numeric text. */
export function coordinate(value: unknown, param: string, limit: number): number {
  const text = asText(value);
  if (text === null || text === "") throw missing(param);
  const number = Number(text);
  if (Number.isNaN(number) || Math.abs(number) > limit)
    throw invalid(`${param} must be between -${limit} and ${limit}`);
  return number;
}

export function missing(param: string): GraphError {
  return graphError(131008, `Parameter ${param} is mandatory.`);
}

export function invalid(details: string): GraphError {
  return graphError(131009, details);
}
