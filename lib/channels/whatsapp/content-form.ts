import { z } from "zod";
import { object, optional, text } from "../lenient";
import type { Draft } from "./draft";

const FormReply = z.object({
  name: optional(text),
  body: optional(text),
  response_json: z.unknown().optional(),
});

/**
 * An answered flow or address form. `response_json` is a string, and what is in it need not be an object: then
 * it is kept whole, as the field `response`. A flow's body is always the word "Sent", so it is no text.
 */
export function formContent(raw: unknown): Draft {
  const reply = FormReply.safeParse(raw).data;
  const name = reply?.name ?? null;
  return {
    kind: "form",
    text: name === "flow" ? null : (reply?.body ?? null),
    content: { kind: "form", name, fields: fieldsOf(reply?.response_json) },
  };
}

function fieldsOf(response: unknown): { name: string; value: string }[] {
  if (response === undefined || response === null) return [];
  const parsed = typeof response === "string" ? parseJson(response) : response;
  const fields = object.safeParse(parsed);
  if (!fields.success) return [{ name: "response", value: display(response) }];
  return Object.entries(fields.data).map(([name, value]) => ({ name, value: display(value) }));
}

function display(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
