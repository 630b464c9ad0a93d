import { asArray, asText, type Json } from "../../http/json";
import type { TapOption, Template } from "../../world/types";
import type { World } from "../../world/world";
import { graphError, paramError } from "../errors";
import { requiredObject } from "./check";
import { templateButtons } from "./template-buttons";
import { mediaHeader } from "./template-header";
import { countMismatch, fillText, textValues, tooLong } from "./template-text";

type Cards = { texts: string[]; options: TapOption[] };

/** The cards of a carousel, all of them and each once. Throws 132000 for another number, and as for a whole template. */
export function cardsOf(world: World, template: Template, given: Json | null): Cards {
  const wanted = asArray(template.components.find((entry) => entry.type === "CAROUSEL")?.cards).map((entry) =>
    asArray(requiredObject(entry, "card").components).map((part) => requiredObject(part, "part")),
  );
  const cards = asArray(given?.cards).map((entry) => requiredObject(entry, "carousel['cards']"));
  if (cards.length !== wanted.length) throw countMismatch("carousel", cards.length, wanted.length);
  const shown: Cards = { texts: [], options: [] };
  for (const [at, parts] of wanted.entries()) {
    const card = cards.find((entry) => entry.card_index === at);
    if (!card) throw paramError(`Param carousel['cards'] has no card_index ${at}.`);
    const { text, options } = cardOf(world, template, parts, card, `card ${at}`);
    shown.texts.push(text);
    shown.options.push(...options);
  }
  return shown;
}

function cardOf(world: World, template: Template, parts: Json[], card: Json, where: string) {
  const given = asArray(card.components).map((entry) => requiredObject(entry, where));
  const find = (type: string) => given.find((entry) => asText(entry.type)?.toLowerCase() === type) ?? null;
  const odd = given.find(
    (entry) => !["header", "body", "button"].includes(asText(entry.type)?.toLowerCase() ?? ""),
  );
  if (odd) throw graphError(132012, `${where}: a card has header, body and buttons only`);
  const header = parts.find((entry) => entry.type === "HEADER");
  if (header) mediaHeader(world, where, asText(header.format) ?? "IMAGE", find("header"));
  const text = asText(parts.find((entry) => entry.type === "BODY")?.text) ?? "";
  const filled = fillText(text, textValues(where, template, text, find("body")));
  tooLong(where, filled, 160);
  const buttons = given.filter((entry) => asText(entry.type)?.toLowerCase() === "button");
  return { text: filled, options: templateButtons(parts, buttons) };
}
