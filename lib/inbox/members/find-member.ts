import type { Member } from "@/lib/domain/member";
import { members } from "@/lib/store/members";
import type { Transaction } from "@/lib/store/transaction";

/** An email as members are stored and found by. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** The member with an email, whatever its case; null when there is none. */
export async function findMemberByEmail(email: string, tx?: Transaction): Promise<Member | null> {
  const query = members().where("email", "==", normaliseEmail(email)).limit(1);
  const found = await (tx ? tx.get(query) : query.get());
  return found.docs[0]?.data() ?? null;
}
