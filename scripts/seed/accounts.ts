import type { Member } from "@/lib/domain/member";
import { createLocalMember } from "@/lib/inbox/members/create-local-member";
import { findMemberByEmail } from "@/lib/inbox/members/find-member";
import type { Account } from "../stack/state";

const names: Record<string, string> = {
  "admin@parley.local": "Rita Marques",
  "ines@parley.local": "Inês Carvalho",
  "tomas@parley.local": "Tomás Silva",
};

/** Makes the accounts that are not there yet, and returns all of them in the order given. */
export async function seedAccounts(accounts: Account[]): Promise<Member[]> {
  const made: Member[] = [];
  for (const { email, password, role } of accounts) {
    const known = await findMemberByEmail(email);
    if (known) {
      made.push(known);
      continue;
    }
    const name = names[email] ?? email.split("@")[0] ?? email;
    const created = await createLocalMember({ email, name, role, password });
    if (!created.ok) throw new Error(`${email}: ${created.error.message}`);
    made.push(created.data);
  }
  return made;
}
