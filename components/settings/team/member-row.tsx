"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Role } from "@/lib/domain/member";
import { LastSeen } from "../last-seen";
import { ChannelsButton } from "./channels-button";
import { ChannelsDialog } from "./channels-dialog";
import { DeactivateDialog } from "./deactivate-dialog";
import { type MemberDialog, MemberMenu } from "./member-menu";
import { RevokeDialog } from "./revoke-dialog";
import { RoleSelect } from "./role-select";
import { SessionsDialog } from "./sessions-dialog";
import { isInvited, type TeamMember } from "./team-member";
import { useMemberChanges } from "./use-member-changes";

type Props = { member: TeamMember; isOwn: boolean; now: number };

export function MemberRow({ member, isOwn, now }: Props) {
  const t = useTranslations("settings.team");
  const changes = useMemberChanges(member);
  const [dialog, setDialog] = useState<MemberDialog | null>(null);
  const close = () => setDialog(null);
  const { name, email, role, isActive, lastSeenAt } = member;
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className={clsx("min-w-0 flex-1 basis-56 max-wide:basis-full", !isActive && "text-text-muted")}>
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isOwn ? <Badge>{t("you")}</Badge> : null}
          {isInvited(member) ? <Badge tone="soon">{t("invited")}</Badge> : null}
          {isActive ? null : <Badge>{t("inactive")}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-text-muted">
          <span className="min-w-0 truncate">{email}</span>
          {lastSeenAt ? <LastSeen at={lastSeenAt} now={now} /> : t("neverSeen")}
        </p>
      </div>
      <div className="flex items-center gap-3 max-wide:w-full">
        <ChannelsButton member={member} onOpen={() => setDialog("channels")} />
        <RoleSelect
          label={t("roleOf", { name })}
          value={role}
          disabled={!isActive || changes.isBusy}
          onChange={(event) => changes.setRole(Role.parse(event.target.value))}
        />
        <MemberMenu member={member} isOwn={isOwn} changes={changes} onOpen={setDialog} />
      </div>
      {dialog === "channels" ? <ChannelsDialog member={member} onClose={close} /> : null}
      {dialog === "deactivate" ? <DeactivateDialog member={member} onClose={close} /> : null}
      {dialog === "revoke" ? <RevokeDialog member={member} onClose={close} /> : null}
      {dialog === "sessions" ? (
        <SessionsDialog member={member} onSignOut={changes.signOutEverywhere} onClose={close} />
      ) : null}
    </li>
  );
}
