import { phoneKey } from "@/lib/domain/phone-variants";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { type ErasedPerson, erasedPeople } from "@/lib/store/erased-people";
import type { Unit } from "@/lib/store/unit";

export type PersonName = { kind: string; value: string };

/** The pseudonym of a name: of phone numbers the same for every way of writing them, of usernames for any case. */
export function erasedKeyOf({ kind, value }: PersonName): Promise<string> {
  const one = kind === "wa_id" ? phoneKey(value) : kind === "username" ? value.toLowerCase() : value;
  return pseudonymOf(`${kind}:${one}`);
}

/** What is known of erased people of these names, the latest erasure first. */
export async function erasedAmong(unit: Unit, names: readonly PersonName[]): Promise<ErasedPerson[]> {
  const keys = [...new Set(await Promise.all(names.map(erasedKeyOf)))];
  const refs = keys.map((key) => erasedPeople().doc(key));
  await unit.load(refs);
  const rows = await Promise.all(refs.map((ref) => unit.get(ref)));
  return rows.filter((row) => row !== null).sort((a, b) => b.erasedAt - a.erasedAt);
}

/** Something old about a person who was erased: nothing comes of it. */
export class ErasedError extends Error {
  override name = "Erased";
}

/** Something about a person who is being erased: it has to wait until that is done. */
export class BeingErasedError extends Error {
  override name = "BeingErased";
}
