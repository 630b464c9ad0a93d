import { createHash } from "node:crypto";
import { fail, ok, type Result } from "@/lib/domain/result";
import {
  accountPolicy,
  addressPolicy,
  countTry,
  forgiveTry,
  type ThrottlePolicy,
  waitMs,
} from "@/lib/domain/sign-in-throttle";
import { signInAttempts } from "@/lib/store/sign-in-attempts";
import { inTransaction } from "@/lib/store/transaction";

/** Whom a try is counted for; `account` is null where no account is named yet. */
export type ThrottleKeys = { account: string | null; address: string };

/**
 * Counts a try before it is made, so that many at once cannot slip through together.
 * `rate_limited` with `details.retryAfterMs` when the account or the address has to wait; then nothing is counted.
 */
export function beginTry(keys: ThrottleKeys, now: number): Promise<Result<void>> {
  return inTransaction(async (tx) => {
    const rows = await Promise.all(
      rowsOf(keys).map(async (row) => ({
        ...row,
        tries: (await tx.get(signInAttempts().doc(row.id))).data() ?? null,
      })),
    );
    const retryAfterMs = Math.max(...rows.map(({ tries }) => waitMs(tries, now)));
    if (retryAfterMs > 0) {
      return fail("rate_limited", "Too many tries. Wait a little.", { retryAfterMs });
    }
    for (const { id, policy, tries } of rows) {
      tx.set(signInAttempts().doc(id), { id, ...countTry(tries, policy, now) });
    }
    return ok(undefined);
  });
}

/** The try turned out well: the account starts afresh, and the address gets its try back. */
export async function settleTry(keys: ThrottleKeys): Promise<void> {
  await inTransaction(async (tx) => {
    const ref = signInAttempts().doc(idOf("address", keys.address));
    const tries = (await tx.get(ref)).data();
    if (tries) tx.set(ref, { id: tries.id, ...forgiveTry(tries, addressPolicy) });
    if (keys.account !== null) tx.delete(signInAttempts().doc(idOf("account", keys.account)));
  });
}

function rowsOf({ account, address }: ThrottleKeys): { id: string; policy: ThrottlePolicy }[] {
  const rows = [{ id: idOf("address", address), policy: addressPolicy }];
  if (account !== null) rows.push({ id: idOf("account", account), policy: accountPolicy });
  return rows;
}

/** Hashed, so that the collection holds neither emails nor addresses. */
function idOf(kind: "account" | "address", value: string): string {
  return `${kind}_${createHash("sha256").update(value).digest("hex").slice(0, 40)}`;
}
