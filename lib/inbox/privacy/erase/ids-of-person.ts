import type { PersonName } from "../erased-person";

/** By what a webhook can name a person: not by a username, which changes hands. Pure. */
export function idsOfPerson(names: readonly PersonName[]): string[] {
  return [...new Set(names.filter(({ kind }) => kind !== "username").map(({ value }) => value))];
}
