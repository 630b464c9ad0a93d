import type { Consent } from "@/lib/domain/consent";
import { consentsOf } from "@/lib/store/consents";

/** Every word about marketing of a person, newest first; the same word under two merged contacts is one. */
export async function listConsents(contactIds: readonly string[]): Promise<Consent[]> {
  const found = await Promise.all(contactIds.map((id) => consentsOf(id).get()));
  const rows = new Map<string, Consent>();
  for (const consent of found.flatMap(({ docs }) => docs.map((row) => row.data()))) {
    const known = rows.get(consent.id);
    if (!known || consent.at < known.at) rows.set(consent.id, consent);
  }
  return [...rows.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
