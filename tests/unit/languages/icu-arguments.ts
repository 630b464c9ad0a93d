import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/**
 * What a message needs to be said, sorted: `{name}` as `name`, a choice with its options, a plural by its kind, a tag
 * as `<tag>`. Two languages may differ in the forms of their plurals, in nothing else. Throws where it is not ICU.
 */
export function icuArguments(message: string): string[] {
  return [...new Set(parse(message).flatMap(needs))].toSorted();
}

function needs(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(needs)];
    case TYPE.select:
      return [
        `${element.value}: ${Object.keys(element.options).toSorted().join("|")}`,
        ...Object.values(element.options).flatMap((option) => option.value.flatMap(needs)),
      ];
    case TYPE.plural:
      return [
        `${element.value}: ${element.pluralType}`,
        ...Object.values(element.options).flatMap((option) => option.value.flatMap(needs)),
      ];
    default:
      return [`${element.value}: ${TYPE[element.type]}`];
  }
}

/** The words of a message, of every form it has, without its arguments: two letters make a word. */
export function wordsOf(message: string): string[] {
  return (
    parse(message)
      .flatMap(literals)
      .join(" ")
      .match(/\p{L}{2,}/gu) ?? []
  );
}

function literals(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.tag) return element.children.flatMap(literals);
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
  return Object.values(element.options).flatMap((option) => option.value.flatMap(literals));
}
