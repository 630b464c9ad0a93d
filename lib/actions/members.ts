"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Role } from "@/lib/domain/member";
import { ok } from "@/lib/domain/result";
import { changeRole } from "@/lib/inbox/members/change-role";
import { createMember } from "@/lib/inbox/members/create-member";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { listSessionsOf } from "@/lib/inbox/members/list-sessions";
import { countOpenConversations, releaseConversations } from "@/lib/inbox/members/open-conversations";
import { reactivateMember } from "@/lib/inbox/members/reactivate-member";
import { readMember } from "@/lib/inbox/members/read-member";
import { revokeInvitation } from "@/lib/inbox/members/revoke-invitation";
import { revokeSessions } from "@/lib/inbox/members/revoke-sessions";
import { setMemberChannels } from "@/lib/inbox/members/set-channels";
import { paths } from "@/lib/paths";
import { defineAction } from "@/lib/server/action/define-action";
import { identityKind, identityProvider } from "@/lib/server/identity/provider";
import { openSession } from "@/lib/server/session/open-session";

/** What can name a member's document. */
const Uid = z.string().regex(/^[A-Za-z0-9][\w-]{0,127}$/);
/** Null: all channels. */
const Channels = z.array(z.string().min(1).max(200)).min(1).max(500).nullable();
const permission = "member.manage";

/** Adds a member and lets them know: by mail, or with a one-time link to pass on. */
export const inviteMemberAction = defineAction({
  input: z.object({
    email: z.email().max(320),
    name: z.string().trim().min(1).max(100),
    role: Role,
    channelIds: Channels,
  }),
  permission,
  run: async (input, { actor }) => {
    const member = await createMember(actor, input);
    if (!member.ok) return member;
    revalidatePath(paths.settings.team());
    return (await identityProvider()).invite(actor, member.data);
  },
});

/** Invites somebody once more who has not signed in yet. */
export const inviteAgainAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: async ({ uid }, { actor }) => {
    const member = await readMember(actor, uid);
    if (!member.ok) return member;
    return (await identityProvider()).invite(actor, member.data);
  },
});

/** Takes back the invitation of somebody who has not signed in yet. */
export const revokeInvitationAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: async (input, { actor }) => {
    const revoked = await revokeInvitation(actor, input);
    if (!revoked.ok) return revoked;
    const released = await releaseConversations(actor, input);
    revalidatePath(paths.settings.team());
    return released.ok ? ok(null) : released;
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

/** Chooses which channels a member sees. `isReleasing`: their open conversations on the others go to nobody. */
export const setMemberChannelsAction = defineAction({
  input: z.object({ uid: Uid, channelIds: Channels, isReleasing: z.boolean() }),
  permission,
  run: async ({ uid, channelIds, isReleasing }, { actor }) => {
    const changed = await setMemberChannels(actor, { uid, channelIds });
    if (!changed.ok) return changed;
    const released =
      isReleasing && channelIds ? await releaseConversations(actor, { uid, butOn: channelIds }) : ok(0);
    revalidatePath(paths.settings.team());
    return released;
  },
});

/** How many open conversations somebody would lose: all of theirs, or those not on `butOn`. */
export const countOpenConversationsAction = defineAction({
  input: z.object({ uid: Uid, butOn: Channels }),
  permission,
  run: (input, { actor }) => countOpenConversations(actor, input),
});

/** Puts a member out. `isReleasing`: their open conversations go to nobody. Answers how many did. */
export const deactivateMemberAction = defineAction({
  input: z.object({ uid: Uid, isReleasing: z.boolean() }),
  permission,
  run: async ({ uid, isReleasing }, { actor }) => {
    const changed = await deactivateMember(actor, { uid });
    if (!changed.ok) return changed;
    const released = isReleasing ? await releaseConversations(actor, { uid }) : ok(0);
    revalidatePath(paths.settings.team());
    return released;
  },
});

/** Lets a member back in. */
export const reactivateMemberAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: async (input, { actor }) => {
    const changed = await reactivateMember(actor, input);
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

/** Where a member is signed in; ids of sessions stay here. */
export const listMemberSessionsAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: async ({ uid }, { actor }) => {
    const found = await listSessionsOf(actor, uid);
    if (!found.ok) return found;
    return ok(
      found.data.map(({ userAgent, createdAt, lastSeenAt }) => ({ userAgent, createdAt, lastSeenAt })),
    );
  },
});

/** Ends every session of a member, on every device. */
export const signOutMemberAction = defineAction({
  input: z.object({ uid: Uid }),
  permission,
  run: (input, { actor }) => revokeSessions(actor, input),
});
