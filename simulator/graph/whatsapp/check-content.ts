import { asArray, asText, type Json } from "../../http/json";
import type { World } from "../../world/world";
import { type Shown, shown } from "../content";
import { graphError, paramError } from "../errors";
import type { Effects } from "../faults";
import {
  coordinate,
  invalid,
  onlyKeys,
  optionalText,
  requiredArray,
  requiredObject,
  requiredText,
} from "./check";
import { checkInteractive } from "./check-interactive";
import { checkMedia, mediaTypes } from "./check-media";
import { checkTemplate } from "./check-template";

const known = ["text", ...mediaTypes, "location", "contacts", "reaction", "interactive", "template"];

/** Checks the part of a send that its `type` names and says how the phone shows it. Throws a GraphError. */
export function checkContent(world: World, type: string, body: Json, effects: Effects): Shown {
  if (!known.includes(type)) {
    throw paramError(`Param type must be one of {${known.join(", ").toUpperCase()}} - got "${type}".`);
  }
  if (body[type] === undefined) throw graphError(131008, `Parameter of type '${type}' is missing.`);
  if (mediaTypes.includes(type)) return checkMedia(world, type, requiredObject(body[type], type));
  if (type === "contacts") return checkContacts(body.contacts);
  const content = requiredObject(body[type], type);
  if (type === "location") return checkLocation(content);
  if (type === "reaction") return checkReaction(world, content);
  if (type === "interactive") return checkInteractive(world, content);
  if (type === "template") return checkTemplate(world, body, content, effects);
  return checkText(content);
}

function checkText(text: Json): Shown {
  onlyKeys(text, ["body", "preview_url"], "text");
  if (text.preview_url !== undefined && typeof text.preview_url !== "boolean") {
    throw paramError("Param text['preview_url'] must be a boolean.");
  }
  const body = requiredText(text.body, "text['body']", 4096);
  if (body.trim() === "") throw graphError(131008, "Parameter text['body'] is mandatory.");
  return shown("text", { text: body });
}

function checkLocation(location: Json): Shown {
  onlyKeys(location, ["latitude", "longitude", "name", "address"], "location");
  const latitude = coordinate(location.latitude, "location['latitude']", 90);
  const longitude = coordinate(location.longitude, "location['longitude']", 180);
  const name = optionalText(location.name, "location['name']", 1000);
  const address = optionalText(location.address, "location['address']", 1000);
  return shown("location", { header: name, text: address ?? `${latitude}, ${longitude}` });
}

function checkReaction(world: World, reaction: Json): Shown {
  onlyKeys(reaction, ["message_id", "emoji"], "reaction");
  const messageId = requiredText(reaction.message_id, "reaction['message_id']");
  if (typeof reaction.emoji !== "string")
    throw graphError(131008, "Parameter reaction['emoji'] is mandatory.");
  if (!world.index.messages.has(messageId)) throw invalid("The message to react to does not exist.");
  if (reaction.emoji !== "" && !/\p{Extended_Pictographic}|\p{Emoji}/u.test(reaction.emoji)) {
    throw invalid("reaction['emoji'] is not an emoji");
  }
  return shown("reaction", { text: reaction.emoji });
}

function checkContacts(value: unknown): Shown {
  const cards = requiredArray(value, "contacts", { min: 1, max: 257 });
  const names = cards.map((entry, at) => {
    const card = requiredObject(entry, `contacts[${at}]`);
    const name = requiredObject(card.name, `contacts[${at}]['name']`);
    const formatted = requiredText(name.formatted_name, `contacts[${at}]['name']['formatted_name']`);
    const hasOther = ["first_name", "last_name", "middle_name", "suffix", "prefix"].some((key) =>
      asText(name[key]),
    );
    if (!hasOther)
      throw graphError(131008, `contacts[${at}]['name'] needs one more name part beside formatted_name.`);
    const phones = asArray(card.phones).map((phone) => asText(requiredObject(phone, "phones").phone));
    return [formatted, ...phones].filter(Boolean).join(" ");
  });
  return shown("contacts", { text: names.join("\n") });
}
