"use client";
import UserRound from "lucide-react/icons/user-round";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { MenuPopup, MenuRadios } from "@/components/ui/menu";
import type { MenuPopupProps } from "@/components/ui/menu-button";
import type { MemberSummary } from "@/lib/client/inbox-data";

const NOBODY = "";

type Props = MenuPopupProps & {
  members: MemberSummary[];
  assigneeId: string | null;
  onAssign: (memberId: string | null) => void;
};

/** The people a conversation may be given to; fetched when the menu is opened. */
export function AssignMenuPopup({ members, assigneeId, onAssign, ...popup }: Props) {
  const t = useTranslations("thread");
  return (
    <MenuPopup align="end" {...popup}>
      <MenuRadios
        label={t("assignTo")}
        value={assigneeId ?? NOBODY}
        onChange={(value) => onAssign(value === NOBODY ? null : value)}
        options={[
          { value: NOBODY, label: t("nobody"), icon: <UserRound size={16} aria-hidden className="m-0.5" /> },
          ...members.map(({ id, name }) => ({
            value: id,
            label: name,
            icon: <Avatar name={name} size="sm" />,
          })),
        ]}
      />
    </MenuPopup>
  );
}
