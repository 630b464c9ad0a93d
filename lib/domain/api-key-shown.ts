/** The part of a key that may be shown: how it begins and its last four characters. Pure. */
export const apiKeyShown = ({ id, lastFour }: { id: string; lastFour: string }): string =>
  `parley_${id}_…${lastFour}`;

/** Stands for the key of the environment, which nobody named. */
export const ENVIRONMENT_KEY_ID = "env";

/** Whether an author is a key that somebody gave a name. Pure. */
export function isNamedKey<T extends { id: string | null; name: string | null }>(
  author: T,
): author is T & { name: string } {
  return author.name !== null && author.id !== ENVIRONMENT_KEY_ID;
}
