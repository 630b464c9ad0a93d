"use client";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { iconButtonClass } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { isInvited, type TeamMember } from "./team-member";
import { useTeam } from "./team-notice";
import type { MemberChanges } from "./use-member-changes";

export type MemberDialog = "channels" | "deactivate" | "revoke" | "sessions";

type Props = {
  member: TeamMember;
  isOwn: boolean;
  changes: MemberChanges;
  onOpen: (dialog: MemberDialog) => void;
};

export function MemberMenu({ member, isOwn, changes, onOpen }: Props) {
  const t = useTranslations("settings.team");
  const { provider } = useTeam();
  const trigger = (
    <button type="button" aria-label={t("actions", { name: member.name })} className={iconButtonClass}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      {items()}
    </Menu>
  );

  function items() {
    if (!member.isActive) return <MenuItem onSelect={changes.reactivate}>{t("reactivate")}</MenuItem>;
    if (isInvited(member)) {
      return (
        <>
          <MenuItem onSelect={changes.inviteAgain}>
            {t(provider === "firebase" ? "sendAgain" : "newLink")}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => onOpen("revoke")} isDestructive isDisabled={isOwn}>
            {t("revoke")}
          </MenuItem>
        </>
      );
    }
    return (
      <>
        <MenuItem onSelect={changes.makeLink}>{t("makeLink")}</MenuItem>
        <MenuItem onSelect={() => onOpen("sessions")}>{t("sessions.show")}</MenuItem>
        <MenuItem onSelect={changes.signOutEverywhere}>{t("sessions.signOut")}</MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => onOpen("deactivate")} isDestructive isDisabled={isOwn}>
          {t("deactivate")}
        </MenuItem>
      </>
    );
  }
}
