import {
  changeRoleAction,
  deactivateMemberAction,
  inviteAgainAction,
  inviteMemberAction,
  makePasswordLinkAction,
  reactivateMemberAction,
  revokeInvitationAction,
  setMemberChannelsAction,
  signOutMemberAction,
} from "@/lib/actions/members";
import {
  changePasswordAction,
  resetPasswordAction,
  revokeSessionAction,
  signInAction,
  signOutAction,
  signOutEverywhereAction,
} from "@/lib/actions/session";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { makePasswordToken } from "@/lib/inbox/members/make-password-token";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { got, localMember, member, password, sessionOf, signIn } from "../../auth/support/people";
import { whatsappChannelId } from "../../support/world";
import type { Rows } from "./row";

const next = "seven blue kettles";

/** What people do with accounts, their own and others'. */
export const peopleRows: Rows = {
  inviteMemberAction: async () => ({
    call: () =>
      inviteMemberAction({ email: "new@example.com", name: "New", role: "agent", channelIds: null }),
    left: [["member.added"], ["member.password_link_made"]],
    isSameAgain: true,
  }),
  inviteAgainAction: async () => {
    const { id: uid } = await member("agent");
    return { call: () => inviteAgainAction({ uid }), left: [["member.password_link_made", uid]] };
  },
  revokeInvitationAction: async () => {
    const { id: uid } = await member("agent");
    return {
      call: () => revokeInvitationAction({ uid }),
      left: [["member.invitation_revoked", uid]],
      isSameAgain: true,
    };
  },
  changeRoleAction: async () => {
    const { id: uid } = await member("agent");
    return {
      call: () => changeRoleAction({ uid, role: "viewer" }),
      left: [["member.role_changed", uid]],
      isSameAgain: true,
    };
  },
  setMemberChannelsAction: async () => {
    const { id: uid } = await member("agent");
    return {
      call: () => setMemberChannelsAction({ uid, channelIds: [whatsappChannelId], isReleasing: false }),
      left: [["member.channels_changed", uid]],
      isSameAgain: true,
    };
  },
  deactivateMemberAction: async () => {
    const { id: uid } = await member("agent");
    return {
      call: () => deactivateMemberAction({ uid, isReleasing: false }),
      left: [["member.deactivated", uid]],
      isSameAgain: true,
    };
  },
  reactivateMemberAction: async () => {
    const { id: uid } = await member("agent");
    got(await deactivateMember(systemActor, { uid }));
    return {
      call: () => reactivateMemberAction({ uid }),
      left: [["member.reactivated", uid]],
      isSameAgain: true,
    };
  },
  makePasswordLinkAction: async () => {
    const { id: uid } = await member("agent");
    return { call: () => makePasswordLinkAction({ uid }), left: [["member.password_link_made", uid]] };
  },
  signOutMemberAction: async () => {
    const who = await member("agent");
    await sessionOf(who);
    return {
      call: () => signOutMemberAction({ uid: who.id }),
      left: [["member.sessions_ended", who.id]],
      isSameAgain: true,
    };
  },
  signInAction: async () => {
    const { id, email } = await localMember("agent");
    return {
      call: () => signInAction({ proof: { kind: "password", email, password } }),
      left: [["session.signed_in"]],
      by: { kind: "member", id },
    };
  },
  signOutAction: async () => {
    const who = await member("agent");
    const sessionId = await signIn(who);
    return {
      call: () => signOutAction(),
      left: [["session.signed_out", sessionId]],
      by: { kind: "member", id: who.id },
      isSameAgain: true,
    };
  },
  resetPasswordAction: async () => {
    const { id } = await member("agent");
    const token = got(await makePasswordToken(systemActor, id));
    return {
      call: () => resetPasswordAction({ token, password: next }),
      left: [["member.password_set_by_link", id]],
      by: { kind: "member", id },
      isSameAgain: true,
    };
  },
  changePasswordAction: async () => {
    const who = await localMember("agent");
    await signIn(who);
    return {
      call: () => changePasswordAction({ current: password, next }),
      left: [["member.password_changed", who.id]],
      by: { kind: "member", id: who.id },
    };
  },
  revokeSessionAction: async () => {
    const who = await member("agent");
    await signIn(who);
    const { sessionId } = await sessionOf(who);
    return {
      call: () => revokeSessionAction({ sessionId }),
      left: [["session.ended", sessionId]],
      by: { kind: "member", id: who.id },
      isSameAgain: true,
    };
  },
  signOutEverywhereAction: async () => {
    const who = await member("agent");
    await signIn(who);
    return {
      call: () => signOutEverywhereAction(),
      left: [["member.sessions_ended", who.id]],
      by: { kind: "member", id: who.id },
      isSameAgain: true,
    };
  },
  makeFirstAdminAction: {
    testedIn: "tests/integration/auth/welcome.test.ts",
    left: ["member.first_made"],
  },
  countOpenConversationsAction: { because: "reads" },
  listMemberSessionsAction: { because: "reads" },
};
