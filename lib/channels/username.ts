/** A username as people are shown it: Meta writes it with and without the leading `@`. Null when there is none. */
export function withoutAt(username: string | undefined): string | null {
  const bare = username?.trim().replace(/^@+/, "");
  return bare ? bare : null;
}
