"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Role } from "@/lib/domain/member";
import { ok } from "@/lib/domain/result";
import { changeRole } from "@/lib/inbox/members/change-role";
import { createMember } from "@/lib/inbox/members/create-member";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { reactivateMember } from "@/lib/inbox/members/reactivate-member";
import { readMember } from "@/lib/inbox/members/read-member";
import { revokeSessions } from "@/lib/inbox/members/revoke-sessions";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";
import { identityKind, identityProvider } from "@/lib/server/identity/provider";
import { openSession } from "@/lib/server/session/open-session";

const Uid = z.string().min(1).max(128);
const permission = "member.manage";

/** Adds a member and gives the one-time link with which they set a password. */
export const addMemberAction = defineAction({
  input: z.object({ email: z.email().max(320), name: z.string().trim().min(1).max(100), role: Role }),
  permission,
  run: async (input, { actor }) => {
    const member = await createMember(actor, input);
    if (!member.ok) return member;
    revalidatePath(paths.settings.team());
    return (await identityProvider()).makePasswordLink(actor, member.data);
  },
});

/** Gives a member another role; their sessions end, one's own current one is rotated. */
export const changeRoleAction = defineAction({
  input: z.object({ uid: Uid, role: Role }),
  permission,
  run: async ({ uid, role }, { actor, sessionId }) => {
    const isOwn = uid === actor.id;
    const changed = await changeRole(actor, { uid, role, keepSessionId: isOwn ? sessionId : null });
    if (!changed.ok) return changed;
    if (isOwn) await openSession({ id: uid }, identityKind());
    revalidatePath(paths.settings.team());
    return ok(null);
  },
});

/** Puts a member out, or lets them back in. */
export const setMemberActiveAction = defineAction({
  input: z.object({ uid: Uid, isActive: z.boolean() }),
  permission,
  run: async ({ uid, isActive }, { actor }) => {
    const changed = await (isActive ? reactivateMember(actor, { uid }) : deactivateMember(actor, { uid }));
    if (!changed.ok) return changed;
    revalidatePath(paths.settings.team());
    return ok(null);
  },
});

/** A one-time link with which a member sets a new password. */
export const makePasswordLinkAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: async ({ uid }, { actor }) => {
    const member = await readMember(actor, uid);
    if (!member.ok) return member;
    return (await identityProvider()).makePasswordLink(actor, member.data);
  },
});

/** Ends every session of a member, on every device. */
export const signOutMemberAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: (input, { actor }) => revokeSessions(actor, input),
});
