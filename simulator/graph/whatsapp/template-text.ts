import { asArray, asText, type Json } from "../../http/json";
import type { Template } from "../../world/types";
import { graphError, paramError } from "../errors";
import { requiredObject } from "./check";

/** The values for the variables of a text, by name or number. Throws 132000, 132012, 131008 or 100. */
export function textValues(
  where: string,
  template: Template,
  text: string,
  given: Json | null,
): Map<string, string> {
  const wanted = variablesOf(text);
  const parameters = asArray(given?.parameters).map((entry) => requiredObject(entry, `${where} parameter`));
  if (parameters.length !== wanted.length) throw countMismatch(where, parameters.length, wanted.length);
  const values = new Map<string, string>();
  for (const [at, parameter] of parameters.entries()) {
    values.set(nameOf(template, parameter, at, wanted), textOf(where, parameter));
  }
  return values;
}

export function fillText(text: string, values: Map<string, string>): string {
  return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values.get(name) ?? whole);
}

export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}

export function countMismatch(where: string, given: number, expected: number) {
  return graphError(
    132000,
    `${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  );
}

/** Throws 132005. */
export function tooLong(where: string, filled: string, limit: number): void {
  if (filled.length <= limit) return;
  throw graphError(
    132005,
    `Translated text of the ${where} is ${filled.length} characters long, at most ${limit} are allowed`,
  );
}

function nameOf(template: Template, parameter: Json, at: number, wanted: string[]): string {
  if (template.parameter_format === "POSITIONAL") return String(at + 1);
  const name = asText(parameter.parameter_name);
  if (!name) throw paramError("Invalid parameter: Parameter name is missing or empty");
  if (!wanted.includes(name))
    throw graphError(132000, `Parameter name ${name} does not exist in the template`);
  return name;
}

function textOf(where: string, parameter: Json): string {
  const type = asText(parameter.type);
  if (type === "currency" || type === "date_time") {
    const value = asText(requiredObject(parameter[type], type).fallback_value);
    if (!value) throw graphError(131008, `Parameter of type ${type} is missing fallback_value`);
    return value;
  }
  if (type !== "text")
    throw graphError(
      132012,
      `${where}: Format mismatch, expected TEXT, received ${type?.toUpperCase() ?? "UNKNOWN"}`,
    );
  const text = asText(parameter.text);
  if (!text?.trim()) throw graphError(131008, "Parameter of type text is missing text value");
  if (/[\n\r\t]| {4,}/.test(text)) {
    throw graphError(
      132012,
      `${where}: Param text cannot have new-line/tab characters or 4 or more consecutive spaces`,
    );
  }
  return text;
}
