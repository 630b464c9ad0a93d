import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { welcomeCodes } from "@/lib/store/welcome-codes";
import { hasMembers } from "./has-members";
import { hashToken, isTokenShaped, newToken } from "./token";

/** Each process that starts makes one; those of some instances are good side by side. */
const CODES_KEPT = 5;

/** A new code with which the first admin is made; null once there is any member. Only its hash is kept. */
export function offerWelcomeCode(now = Date.now()): Promise<string | null> {
  const code = newToken();
  return inTransaction(async (tx) => {
    const known = (await tx.get(welcomeCodes())).data();
    if (!(await tx.get(members().limit(1))).empty) {
      if (known) tx.delete(welcomeCodes());
      return null;
    }
    const codeHashes = [hashToken(code), ...(known?.codeHashes ?? [])].slice(0, CODES_KEPT);
    tx.set(welcomeCodes(), { id: "welcome", codeHashes, updatedAt: now });
    return code;
  });
}

/** Whether a code makes the first admin now. */
export async function isWelcomeCode(code: string): Promise<boolean> {
  if (!isTokenShaped(code) || (await hasMembers())) return false;
  const known = (await welcomeCodes().get()).data();
  return known?.codeHashes.includes(hashToken(code)) ?? false;
}
