import type { Role } from "@/lib/domain/member";
import { members } from "@/lib/store/members";
import { browser } from "../auth/support/browser";
import { member, signIn } from "../auth/support/people";

/** Everybody who may stand at a door. */
export const people = ["nobody", "viewer", "agent", "admin"] as const;
export type Person = (typeof people)[number];

/** Who may pass. `gone`: the door is not there while anybody has an account. */
export const everyone: readonly Person[] = people;
export const team: readonly Person[] = ["viewer", "agent", "admin"];
export const answerers: readonly Person[] = ["agent", "admin"];
export const admins: readonly Person[] = ["admin"];

const known = new Map<Role, Awaited<ReturnType<typeof member>>>();

/** Makes this test's browser one of the people's, with a session of its own. */
export async function become(person: Person): Promise<void> {
  browser.reset();
  if (person === "nobody") return;
  const who = known.get(person) ?? (await member(person));
  known.set(person, who);
  // Whatever an earlier door did to them: signed out, another role, put out.
  await members().doc(who.id).set(who);
  await signIn(who);
}

/** Every door with everybody who may stand at it: a row for `it.each`. */
export function rowsOf<T>(doors: readonly T[]): { door: T; person: Person }[] {
  return doors.flatMap((door) => people.map((person) => ({ door, person })));
}
