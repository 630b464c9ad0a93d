import type { Member } from "@/lib/domain/member";
import { members } from "@/lib/store/members";
import type { Transaction } from "@/lib/store/transaction";

/** Whether nobody would be left to manage the inbox without this member, read inside a transaction. */
export async function isLastAdmin(tx: Transaction, member: Member): Promise<boolean> {
  if (member.role !== "admin" || !member.isActive) return false;
  const admins = await tx.get(members().where("role", "==", "admin"));
  return !admins.docs.some((document) => document.id !== member.id && document.data().isActive);
}
