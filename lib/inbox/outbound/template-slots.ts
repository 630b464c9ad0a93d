import type { TemplateCard, TemplateParts, TemplateText } from "@/lib/domain/template";
import { templateLimits } from "@/lib/domain/template-form";
import { fillIn } from "@/lib/domain/template-parts";
import { textProblem } from "@/lib/domain/template-problems";
import { buttonFault, headerFault, offerFault, type ParameterFault } from "./template-faults";
import { type Component, isOfType, objectsOf, parametersOf, wordsOf } from "./template-parameters";

/** What is wrong first: the part, and either the counts or a `problem` with its limit. */
export type WrongSlot = { part: string } & (
  | { wanted: number; given: number }
  | { problem: string; limit?: number; length?: number }
);

/** The first part whose parameters Meta would refuse, or null. Pure. */
export function firstWrongSlot(parts: TemplateParts, given: readonly Component[]): WrongSlot | null {
  const part = (type: string) => given.find((one) => isOfType(one, type));
  const isKnownWhole = parts.unknown.length === 0;
  const checks: (() => WrongSlot | null)[] = [
    () => (isKnownWhole ? surplus(given, parts) : null),
    () => (isKnownWhole || parts.header ? headerSlot("header", parts.header, parts, part("header")) : null),
    () => textSlot("body", parts.body, templateLimits.body, parts, part("body")),
    () => {
      const wanted = parts.offer?.hasExpiry ? 1 : 0;
      return countedSlot("limited_time_offer", wanted, part("limited_time_offer"), offerFault);
    },
    () => (isKnownWhole ? buttonSlots("button", parts, parts.buttons, given) : null),
    () => (isKnownWhole ? codeSlot(parts, given) : null),
    () => (isKnownWhole ? cardSlots(parts, objectsOf(part("carousel")?.cards)) : null),
  ];
  for (const check of checks) {
    const wrong = check();
    if (wrong) return wrong;
  }
  return null;
}

const knownTypes = ["header", "body", "button", "carousel", "limited_time_offer"];

/** Components of no known type, twice the same one, or a button where the template has none. */
function surplus(given: readonly Component[], { buttons }: Pick<TemplateParts, "buttons">): WrongSlot | null {
  const odd = given.find((one) => !knownTypes.some((type) => isOfType(one, type)));
  if (odd) return { part: String(odd.type ?? "?").slice(0, 40), problem: "unexpected" };
  const places = given.map((one) => (isOfType(one, "button") ? `button ${indexOf(one)}` : String(one.type)));
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice) return { part: twice, problem: "twice" };
  const lost = given.find((one) => isOfType(one, "button") && !buttons[indexOf(one)]);
  return lost ? { part: `button ${indexOf(lost)}`, wanted: 0, given: parametersOf(lost).length } : null;
}

function headerSlot(
  part: string,
  header: TemplateParts["header"],
  parts: TemplateParts,
  given: Component | undefined,
): WrongSlot | null {
  if (!header) return countedSlot(part, 0, given, () => null);
  if (header.format === "text") return textSlot(part, header, templateLimits.header, parts, given);
  return countedSlot(part, 1, given, (parameter) => headerFault(header.format, parameter));
}

function textSlot(
  part: string,
  text: TemplateText | null,
  limit: number,
  { isNamed }: TemplateParts,
  given: Component | undefined,
): WrongSlot | null {
  const parameters = parametersOf(given);
  const variables = text?.variables ?? [];
  const byName = (name: string) => parameters.find((one) => one.parameter_name === name);
  const isRight = parameters.length === variables.length && (!isNamed || variables.every(byName));
  if (!isRight) return { part, wanted: variables.length, given: parameters.length };
  for (const parameter of parameters) {
    const words = wordsOf(parameter);
    const problem = words === null ? "type" : textProblem(words);
    if (problem) return { part, problem };
  }
  if (!text) return null;
  const values = variables.map((name, at) => [name, wordsOf(isNamed ? byName(name) : parameters[at]) ?? ""]);
  const filled = fillIn(text.text, (name) => values.find(([known]) => known === name)?.[1]);
  const isOver = variables.length > 0 && filled.length > limit;
  return isOver ? { part, problem: "over", limit, length: filled.length } : null;
}

function countedSlot(
  part: string,
  wanted: number,
  given: Component | undefined,
  faultOf: (parameter: Component) => ParameterFault | null,
): WrongSlot | null {
  const parameters = parametersOf(given);
  if (parameters.length !== wanted) return { part, wanted, given: parameters.length };
  const [parameter] = parameters;
  const fault = parameter ? faultOf(parameter) : null;
  return fault ? { part, ...fault } : null;
}

function buttonSlots(
  where: string,
  parts: TemplateParts,
  buttons: TemplateParts["buttons"],
  given: readonly Component[],
): WrongSlot | null {
  for (const [at, button] of buttons.entries()) {
    const part = `${where} ${at}`;
    const mine = given.find((one) => isOfType(one, "button") && indexOf(one) === at);
    const fault = buttonFault(button, mine, parts.isAuthentication);
    if (fault) return { part, ...fault };
  }
  return null;
}

/** A one-time password is the same in the text and on the button. */
function codeSlot(parts: TemplateParts, given: readonly Component[]): WrongSlot | null {
  const at = parts.buttons.findIndex(({ type }) => type === "code");
  if (at === -1) return null;
  const button = given.find((one) => isOfType(one, "button") && indexOf(one) === at);
  const body = given.find((one) => isOfType(one, "body"));
  const code = wordsOf(parametersOf(body)[0]);
  const limit = templateLimits.code;
  if (code !== wordsOf(parametersOf(button)[0])) return { part: `button ${at}`, problem: "code" };
  return code !== null && code.length > limit
    ? { part: "body", problem: "too_long", limit, length: code.length }
    : null;
}

function cardSlots(parts: TemplateParts, given: readonly Component[]): WrongSlot | null {
  if (given.length !== parts.cards.length) {
    return { part: "carousel", wanted: parts.cards.length, given: given.length };
  }
  for (const [at, card] of parts.cards.entries()) {
    const mine = given.find((one) => one.card_index === at);
    if (!mine) return { part: `card ${at}`, problem: "missing" };
    const wrong = cardSlot(`card ${at}`, card, parts, objectsOf(mine.components));
    if (wrong) return wrong;
  }
  return null;
}

function cardSlot(
  where: string,
  card: TemplateCard,
  parts: TemplateParts,
  given: readonly Component[],
): WrongSlot | null {
  const part = (type: string) => given.find((one) => isOfType(one, type));
  const odd = given.find((one) => !["header", "body", "button"].some((type) => isOfType(one, type)));
  return (
    (odd ? { part: where, problem: "unexpected" } : surplus(given, card)) ??
    headerSlot(`${where} header`, card.header, parts, part("header")) ??
    textSlot(`${where} body`, card.body, templateLimits.cardBody, parts, part("body")) ??
    buttonSlots(`${where} button`, parts, card.buttons, given)
  );
}

const indexOf = (component: Component) => Number(component.index ?? 0);
