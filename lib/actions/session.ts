"use server";

import { z } from "zod";
import { fail, ok } from "@/lib/domain/result";
import { changePassword } from "@/lib/inbox/members/change-password";
import { memberActor } from "@/lib/inbox/members/member-actor";
import { resetPassword } from "@/lib/inbox/members/reset-password";
import { revokeOwnSession, revokeSessions } from "@/lib/inbox/members/revoke-sessions";
import { defineAction } from "@/lib/server/action/define-action";
import { definePublicAction } from "@/lib/server/action/define-public-action";
import { identityKind, identityProvider, Proof } from "@/lib/server/identity/provider";
import { readCaller } from "@/lib/server/session/caller";
import { closeSession } from "@/lib/server/session/close-session";
import { currentSession } from "@/lib/server/session/current";
import { openSession } from "@/lib/server/session/open-session";
import { clearSessionToken } from "@/lib/server/session/session-cookie";

/** Signs in: the provider proves who it is, a new session follows. The browser then loads the next page afresh. */
export const signInAction = definePublicAction({
  input: z.object({ proof: Proof }),
  run: async ({ proof }, caller) => {
    const provider = await identityProvider();
    const member = await provider.identify(proof, caller);
    if (!member.ok) return member;
    await openSession(member.data, provider.kind, memberActor(member.data, caller));
    return ok(null);
  },
});

/** Signs this browser out. Works without a session too. */
export const signOutAction = definePublicAction({
  input: z.void(),
  run: async () => {
    await closeSession();
    return ok(null);
  },
});

/** Sets a local password by a one-time link. It does not sign in: the new password does. */
export const resetPasswordAction = definePublicAction({
  input: z.object({ token: z.string().max(100), password: z.string().max(1000) }),
  run: async ({ token, password }, caller) => {
    if (identityKind() !== "local") return fail("link_expired", "Passwords are kept by Firebase here.");
    const reset = await resetPassword(token, password, caller);
    return reset.ok ? ok(null) : reset;
  },
});

/** Changes one's own local password; every other session ends, and this browser gets a new one. */
export const changePasswordAction = defineAction({
  input: z.object({ current: z.string().min(1).max(1000), next: z.string().max(1000) }),
  permission: "session.manage-own",
  run: async ({ current, next }) => {
    if (identityKind() !== "local") return fail("forbidden", "Passwords are kept by Firebase here.");
    const session = await currentSession();
    if (!session) return fail("not_signed_in", "Sign in first.");
    const { member } = session;
    const changed = await changePassword({ member, current, next, from: await readCaller() });
    if (!changed.ok) return changed;
    await openSession(member, "local");
    return ok(null);
  },
});

/** Ends one of one's own sessions, this one included. */
export const revokeSessionAction = defineAction({
  input: z.object({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
  permission: "session.manage-own",
  run: async ({ sessionId }, call) => {
    const revoked = await revokeOwnSession(call.actor, sessionId);
    if (revoked.ok && sessionId === call.sessionId) await clearSessionToken();
    return revoked.ok ? ok(null) : revoked;
  },
});

/** Ends all of one's own sessions, this one included. */
export const signOutEverywhereAction = defineAction({
  input: z.void(),
  permission: "session.manage-own",
  run: async (_input, { actor }) => {
    const revoked = await revokeSessions(actor, { uid: actor.id });
    if (revoked.ok) await clearSessionToken();
    return revoked;
  },
});
