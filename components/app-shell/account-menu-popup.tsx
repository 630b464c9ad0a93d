"use client";
import Keyboard from "lucide-react/icons/keyboard";
import LogOut from "lucide-react/icons/log-out";
import { useTranslations } from "next-intl";
import { MenuItem, MenuPopup, MenuSeparator } from "@/components/ui/menu";
import type { MenuPopupProps } from "@/components/ui/menu-button";
import { signOutAction } from "@/lib/actions/session";
import { paths } from "@/lib/paths";
import { useMember } from "./member-context";

type Props = MenuPopupProps & { onShowKeys: () => void };

/** What the account menu holds; fetched when it is opened. */
export function AccountMenuPopup({ onShowKeys, ...popup }: Props) {
  const t = useTranslations("shell");
  const { name, role } = useMember();

  const side = window.matchMedia("(min-width: 56.25rem)").matches ? "inline-end" : "top";

  async function signOut() {
    await signOutAction();
    window.location.assign(paths.signIn());
  }

  return (
    <MenuPopup side={side} align="end" {...popup}>
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-text-muted">{t(`role.${role}`)}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<Keyboard size={16} aria-hidden />} onSelect={onShowKeys}>
        {t("keyboard")}
      </MenuItem>
      <MenuItem
        icon={<LogOut size={16} aria-hidden className="rtl:-scale-x-100" />}
        onSelect={() => void signOut()}
      >
        {t("signOut")}
      </MenuItem>
    </MenuPopup>
  );
}
