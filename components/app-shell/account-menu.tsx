"use client";
import Keyboard from "lucide-react/icons/keyboard";
import LogOut from "lucide-react/icons/log-out";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { signOutAction } from "@/lib/actions/session";
import { paths } from "@/lib/paths";
import { useMember } from "./member-context";

type Props = { onShowKeys: () => void };

/** Who is signed in, the list of keys, and the way out. */
export function AccountMenu({ onShowKeys }: Props) {
  const t = useTranslations("shell");
  const { name, role } = useMember();

  async function signOut() {
    await signOutAction();
    window.location.assign(paths.signIn());
  }

  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t("accountOf", { name })}
          className="inline-flex size-10 items-center justify-center rounded-full max-wide:size-12"
        >
          <Avatar name={name} />
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{name}</p>
        <p className="text-sm text-text-muted">{t(`role.${role}`)}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<Keyboard size={16} aria-hidden />} onSelect={onShowKeys}>
        {t("keyboard")}
      </MenuItem>
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
