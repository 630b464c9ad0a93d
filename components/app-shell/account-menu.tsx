"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { Avatar } from "@/components/ui/avatar";
import { MenuButton } from "@/components/ui/menu-button";
import { useMember } from "./member-context";

type Props = { onShowKeys: () => void };

const load = () => import("./account-menu-popup");
const AccountMenuPopup = lazy(async () => ({ default: (await load()).AccountMenuPopup }));

/** Who is signed in, the list of keys, and the way out. */
export function AccountMenu({ onShowKeys }: Props) {
  const t = useTranslations("shell");
  const { name } = useMember();
  return (
    <MenuButton
      load={load}
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
      {(popup) => (
        <Suspense>
          <AccountMenuPopup {...popup} onShowKeys={onShowKeys} />
        </Suspense>
      )}
    </MenuButton>
  );
}
