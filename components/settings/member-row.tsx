"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Member, Role } from "@/lib/domain/member";
import { LastSeen } from "./last-seen";
import { MemberMenu } from "./member-menu";
import { RoleSelect } from "./role-select";
import { useMemberChanges } from "./use-member-changes";

type Props = { member: Member; isOwn: boolean; now: number };

export function MemberRow({ member, isOwn, now }: Props) {
  const t = useTranslations("settings.team");
  const changes = useMemberChanges(member);
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-3 py-2">
      <div className={clsx("min-w-0 flex-1 basis-48", !member.isActive && "text-text-muted")}>
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{member.name}</span>
          {isOwn ? <Badge>{t("you")}</Badge> : null}
          {member.isActive ? null : <Badge>{t("inactive")}</Badge>}
        </p>
        <p className="truncate text-sm text-text-muted">{member.email}</p>
      </div>
      <p className="text-sm text-text-muted">
        {member.lastSeenAt ? <LastSeen at={member.lastSeenAt} now={now} /> : t("neverSeen")}
      </p>
      <RoleSelect
        label={t("roleOf", { name: member.name })}
        value={member.role}
        disabled={!member.isActive || changes.isBusy}
        onChange={(event) => changes.setRole(Role.parse(event.target.value))}
      />
      <MemberMenu member={member} isOwn={isOwn} changes={changes} />
    </li>
  );
}
