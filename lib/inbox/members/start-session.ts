import type { Member } from "@/lib/domain/member";
import { type IdentityProviderKind, SESSION_LIFETIME_MS } from "@/lib/domain/session";
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
  now?: number;
};

/** Starts a session and gives its token: the only time that the token exists on the server. */
export async function startSession(options: Options): Promise<{ token: string; sessionId: string }> {
  const { member, provider, userAgent, replaces, now = Date.now() } = options;
  const token = newToken();
  const id = hashToken(token);
  await inTransaction(async (tx) => {
    const old = replaces ? (await tx.get(sessions().doc(replaces))).data() : null;
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
