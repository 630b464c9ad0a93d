"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import {
  changeRoleAction,
  makePasswordLinkAction,
  setMemberActiveAction,
  signOutMemberAction,
} from "@/lib/actions/members";
import type { Member, Role } from "@/lib/domain/member";
import type { Failure } from "@/lib/domain/result";
import { useTeamNotice } from "./team-notice";

export type MemberChanges = ReturnType<typeof useMemberChanges>;

/** What an admin can do to a member; the team page says how each went. */
export function useMemberChanges({ id: uid, name }: Member) {
  const t = useTranslations("settings.team");
  const { say, showLink } = useTeamNotice();
  const [isBusy, start] = useTransition();

  const run = (change: () => Promise<{ serverError?: Failure } | undefined>, done: string) =>
    start(async () => {
      const failed = await change().then(failureOf, () => unreachable);
      say(failed ?? done);
    });

  return {
    isBusy,
    setRole: (role: Role) =>
      run(() => changeRoleAction({ uid, role }), t("roleChanged", { name, role: t(`roles.${role}`) })),
    deactivate: () => run(() => setMemberActiveAction({ uid, isActive: false }), t("deactivated", { name })),
    reactivate: () => run(() => setMemberActiveAction({ uid, isActive: true }), t("reactivated", { name })),
    signOutEverywhere: () => run(() => signOutMemberAction({ uid }), t("signedOut", { name })),
    makeLink: () =>
      start(async () => {
        const result = await makePasswordLinkAction({ uid }).catch(() => ({
          serverError: unreachable,
          data: undefined,
        }));
        if (result?.data) showLink(name, result.data);
        else say(failureOf(result) ?? unreachable);
      }),
  };
}

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
