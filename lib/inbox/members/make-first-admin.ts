import { ulid } from "ulid";
import type { Member, RequestOrigin } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { credentials } from "@/lib/store/credentials";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { welcomeCodes } from "@/lib/store/welcome-codes";
import { normaliseEmail } from "./find-member";
import { memberActor } from "./member-actor";
import { beginTry, settleTry } from "./throttle";
import { hashToken } from "./token";
import { isWelcomeCode } from "./welcome-code";

/** Somebody who has shown by what they will sign in: a password of ours (hashed), or an account of Firebase's. */
export type Newcomer = { email: string } & (
  | { passwordHash: string; firebaseUid: null }
  | { passwordHash: null; firebaseUid: string }
);

type Options = {
  code: string;
  name: string;
  /** Asked only when the code is right, so that nobody else makes the server work. */
  prove: () => Promise<Result<Newcomer>>;
  from: RequestOrigin;
  now?: number;
};

/**
 * Makes the first member, an admin, for whoever holds the code that the server printed. Once: `link_expired` for a code
 * that was used or never was, and as soon as there is any member. Throttled by address (`rate_limited`).
 */
export async function makeFirstAdmin(options: Options): Promise<Result<Member>> {
  const { code, name, prove, from, now = Date.now() } = options;
  const keys = { account: null, address: from.address };
  const admitted = await beginTry(keys, now);
  if (!admitted.ok) return admitted;
  if (!(await isWelcomeCode(code))) return gone;
  const newcomer = await prove();
  if (!newcomer.ok) return newcomer;
  const made = await store(hashToken(code), name, newcomer.data, from, now);
  if (made.ok) await settleTry(keys);
  return made;
}

/** The code goes in the same transaction, so that of two people who come at once one stays out. */
function store(codeHash: string, name: string, newcomer: Newcomer, from: RequestOrigin, now: number) {
  const { email, passwordHash, firebaseUid } = newcomer;
  const id = ulid(now);
  const member: Member = {
    id,
    email: normaliseEmail(email),
    name: name.trim(),
    role: "admin",
    isActive: true,
    firebaseUid,
    lastSeenAt: null,
    createdAt: now,
    updatedAt: now,
  };
  return inTransaction(async (tx): Promise<Result<Member>> => {
    const offered = (await tx.get(welcomeCodes())).data();
    if (!offered?.codeHashes.includes(codeHash)) return gone;
    if (!(await tx.get(members().limit(1))).empty) return gone;
    const subject = { kind: "member", id, name: member.name } as const;
    const entry = await auditEntry(memberActor(member, from), { action: "member.first_made", subject }, now);
    tx.create(members().doc(id), member);
    if (passwordHash !== null) tx.set(credentials().doc(id), { id, passwordHash, updatedAt: now });
    tx.delete(welcomeCodes());
    addFeedRow(tx, { kind: "member", subjectId: id });
    addAuditEntry(tx, entry);
    return ok(member);
  });
}

const gone = fail("link_expired", "This link was used already, or somebody has an account here by now.");
