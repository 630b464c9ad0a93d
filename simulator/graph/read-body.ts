import type { Context } from "../http/context";
import { asObject, type Json } from "../http/json";
import { paramError } from "./errors";

/** The fields of a Graph request: JSON when it says so, otherwise form fields whose values may be JSON. Throws 100. */
export async function readGraphBody(context: Context): Promise<Json> {
  const type = context.request.headers["content-type"] ?? "";
  if (context.method === "GET" || type.startsWith("multipart/")) return {};
  const text = (await context.bytes()).toString("utf8");
  if (text.trim() === "") return {};
  if (!type.includes("json")) return formFields(text);
  const body = parse(text);
  if (!body) throw paramError("The request body is not a JSON object.");
  return body;
}

function formFields(text: string): Json {
  const fields: Json = {};
  for (const [name, value] of new URLSearchParams(text)) fields[name] = parse(value) ?? value;
  return fields;
}

function parse(text: string): Json | null {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return null;
  }
}
