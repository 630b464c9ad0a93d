"use client";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { iconButtonClass } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Member } from "@/lib/domain/member";
import type { MemberChanges } from "./use-member-changes";

type Props = { member: Member; isOwn: boolean; changes: MemberChanges };

export function MemberMenu({ member, isOwn, changes }: Props) {
  const t = useTranslations("settings.team");
  const [isAsking, setIsAsking] = useState(false);
  const { name, isActive } = member;
  const trigger = (
    <button type="button" aria-label={t("actions", { name })} className={iconButtonClass}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuItem onSelect={changes.makeLink} isDisabled={!isActive}>
          {t("makeLink")}
        </MenuItem>
        <MenuItem onSelect={changes.signOutEverywhere} isDisabled={!isActive}>
          {t("signOutEverywhere")}
        </MenuItem>
        <MenuSeparator />
        {isActive ? (
          <MenuItem onSelect={() => setIsAsking(true)} isDestructive isDisabled={isOwn}>
            {t("deactivate")}
          </MenuItem>
        ) : (
          <MenuItem onSelect={changes.reactivate}>{t("reactivate")}</MenuItem>
        )}
      </Menu>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t("deactivateTitle", { name })}
        description={t("deactivateText")}
      >
        <div className="flex justify-end gap-2">
          <Button onClick={() => setIsAsking(false)}>{t("cancel")}</Button>
          <Button
            variant="danger"
            isBusy={changes.isBusy}
            onClick={() => {
              setIsAsking(false);
              changes.deactivate();
            }}
          >
            {t("deactivate")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
