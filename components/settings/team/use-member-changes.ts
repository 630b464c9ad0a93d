"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import {
  changeRoleAction,
  inviteAgainAction,
  makePasswordLinkAction,
  reactivateMemberAction,
  signOutMemberAction,
} from "@/lib/actions/members";
import type { Role } from "@/lib/domain/member";
import type { Failure } from "@/lib/domain/result";
import type { TeamMember } from "./team-member";
import { useTeam } from "./team-notice";
import { unreachable } from "./unreachable";
import { useSayInvited } from "./use-say-invited";

export type MemberChanges = ReturnType<typeof useMemberChanges>;
type Answer<T> = { serverError?: Failure; data?: T } | undefined;

/** What an admin can do to a member at once; the team page says how each went. */
export function useMemberChanges({ id: uid, name, email }: TeamMember) {
  const t = useTranslations("settings.team");
  const { say, showLink } = useTeam();
  const sayInvited = useSayInvited();
  const [isBusy, start] = useTransition();

  const run = <T>(change: () => Promise<Answer<T>>, onDone: (data: T | undefined) => void) =>
    start(async () => {
      const answer = await change().catch(() => unreachable);
      const failed = failureOf(answer);
      if (failed) say(failed);
      else onDone(answer?.data as T | undefined);
    });

  return {
    isBusy,
    setRole: (role: Role) =>
      run(
        () => changeRoleAction({ uid, role }),
        () => say(t("roleChanged", { name, role: t(`roles.${role}`) })),
      ),
    reactivate: () =>
      run(
        () => reactivateMemberAction({ uid }),
        () => say(t("reactivated", { name })),
      ),
    signOutEverywhere: () =>
      run(
        () => signOutMemberAction({ uid }),
        () => say(t("signedOut", { name })),
      ),
    inviteAgain: () =>
      run(
        () => inviteAgainAction({ uid }),
        (invitation) => invitation && sayInvited({ name, email }, invitation),
      ),
    makeLink: () =>
      run(
        () => makePasswordLinkAction({ uid }),
        (link) => link && showLink({ name, link, why: "password" }),
      ),
  };
}
