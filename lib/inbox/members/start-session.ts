import type { Actor, Member } from "@/lib/domain/member";
import { type IdentityProviderKind, SESSION_LIFETIME_MS } from "@/lib/domain/session";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { members } from "@/lib/store/members";
import { sessions } from "@/lib/store/sessions";
import { inTransaction } from "@/lib/store/transaction";
import { revokeIn } from "./revoke-sessions";
import { hashToken, newToken } from "./token";

const USER_AGENT_MAX_LENGTH = 200;

type Options = {
  member: Pick<Member, "id">;
  provider: IdentityProviderKind;
  userAgent: string;
  /** The session this browser had so far: it ends, so that a sign-in always changes the token. */
  replaces: string | null;
  /** Set for a sign-in, which the audit log tells of; a token that is only changed is none. */
  signedIn?: Actor;
  now?: number;
};

/** Starts a session and gives its token: the only time that the token exists on the server. */
export async function startSession(options: Options): Promise<{ token: string; sessionId: string }> {
  const { member, provider, userAgent, replaces, signedIn, now = Date.now() } = options;
  const token = newToken();
  const id = hashToken(token);
  await inTransaction(async (tx) => {
    const old = replaces ? (await tx.get(sessions().doc(replaces))).data() : null;
    const started = {
      action: "session.signed_in",
      subject: { kind: "session", id } as const,
      detail: { provider },
    };
    if (signedIn) addAuditEntry(tx, await auditEntry(signedIn, started, now));
    if (old) revokeIn(tx, [old.id]);
    tx.create(sessions().doc(id), {
      id,
      uid: member.id,
      createdAt: now,
      expiresAt: now + SESSION_LIFETIME_MS,
      lastSeenAt: now,
      userAgent: userAgent.slice(0, USER_AGENT_MAX_LENGTH),
      provider,
    });
    tx.update(members().doc(member.id), { lastSeenAt: now });
  });
  return { token, sessionId: id };
}
