import type { Actor, Member } from "@/lib/domain/member";
import type { IdentityProviderKind } from "@/lib/domain/session";
import { startSession } from "@/lib/inbox/members/start-session";
import { hashToken } from "@/lib/inbox/members/token";
import { readCaller } from "./caller";
import { readSessionToken, writeSessionToken } from "./session-cookie";

/**
 * Gives this browser a new session in place of the one it had. In actions only. Answers the session's id. `signedIn`:
 * who proved just now who they are, for the audit log.
 */
export async function openSession(
  member: Pick<Member, "id">,
  provider: IdentityProviderKind,
  signedIn?: Actor,
): Promise<string> {
  const old = await readSessionToken();
  const { userAgent } = await readCaller();
  const { token, sessionId } = await startSession({
    member,
    provider,
    userAgent,
    replaces: old ? hashToken(old) : null,
    signedIn,
  });
  await writeSessionToken(token);
  return sessionId;
}
