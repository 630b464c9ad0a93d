import type { Person } from "@/lib/domain/contact";

export const nobody: Person = {
  waId: null,
  bsuid: null,
  parentBsuid: null,
  igsid: null,
  username: null,
  name: null,
};

/** Whether Meta named the person by anything that tells them from others. */
export function isSomebody(person: Person): boolean {
  return Boolean(person.waId ?? person.bsuid ?? person.parentBsuid ?? person.igsid);
}
