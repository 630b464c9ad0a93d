import { asArray, asObject, asText, type Json } from "../../http/json";
import type { World } from "../../world/world";
import type { Shown } from "../content";
import { graphError, paramError } from "../errors";
import { coordinate, onlyKeys, requiredObject, requiredText } from "./check";
import { mediaReference } from "./check-media";

/** The one parameter of a header that is not text. Throws 132012 for another kind, 131008 and 131009 for its content. */
export function mediaHeader(world: World, where: string, format: string, given: Json | null): Partial<Shown> {
  const parameters = asArray(given?.parameters);
  const parameter = asObject(parameters[0]);
  const kind = format.toLowerCase();
  if (!parameter) throw graphError(132012, `${where}: Format mismatch, expected ${format}, received UNKNOWN`);
  if (parameter.type !== kind || parameters.length > 1) {
    const type = asText(parameter.type)?.toUpperCase();
    throw graphError(132012, `${where}: Format mismatch, expected ${format}, received ${type}`);
  }
  const content = requiredObject(parameter[kind], `template['components']['${where}']['${kind}']`);
  if (kind === "location") return { header: place(content, where) };
  return { media: mediaReference(world, kind, content, `${where}['${kind}']`) };
}

/** Coordinates are texts here, unlike in a location message. */
function place(location: Json, where: string): string {
  onlyKeys(location, ["latitude", "longitude", "name", "address"], `${where}['location']`);
  for (const [key, limit] of [
    ["latitude", 90],
    ["longitude", 180],
  ] as const) {
    if (typeof location[key] === "number") throw paramError(`Param ${where}['${key}'] must be a string.`);
    coordinate(location[key], `${where}['${key}']`, limit);
  }
  return `${requiredText(location.name, `${where}['name']`)}, ${requiredText(location.address, `${where}['address']`)}`;
}
