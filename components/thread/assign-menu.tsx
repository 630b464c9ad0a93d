"use client";
import ChevronDown from "lucide-react/icons/chevron-down";
import UserRoundPlus from "lucide-react/icons/user-round-plus";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { useCan, useMember } from "@/components/app-shell/member-context";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { MenuButton } from "@/components/ui/menu-button";
import { Tooltip } from "@/components/ui/tooltip";
import { useMembers } from "@/lib/client/use-members";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { useAssign } from "./use-assign";

const load = () => import("./assign-menu-popup");
const AssignMenuPopup = lazy(async () => ({ default: (await load()).AssignMenuPopup }));

/** Who answers: one press to take it, a menu to give it to somebody. Those who may not change it only read it. */
export function AssignMenu({ conversation }: { conversation: VersionedConversation }) {
  const t = useTranslations("thread");
  const me = useMember();
  const members = useMembers() ?? [];
  const mayAssign = useCan("conversation.update");
  const { assign, error } = useAssign(conversation);
  const { assigneeId, channelId } = conversation;
  useShortcuts(mayAssign ? { a: () => void assign(me.id) } : {});

  const assigneeName = members.find((member) => member.id === assigneeId)?.name ?? null;
  const shown = assigneeId === me.id ? t("assignedToMe") : (assigneeName ?? t("nobody"));
  if (!mayAssign) return <span className="text-sm text-text-muted">{shown}</span>;

  return (
    <div className="flex shrink-0 items-center gap-1">
      <span role="alert" className="text-sm text-danger">
        {error}
      </span>
      {assigneeId === null ? (
        <Tooltip content={t("assignToMe")} shortcut="a">
          <Button variant="ghost" aria-label={t("assignToMe")} onClick={() => void assign(me.id)}>
            <UserRoundPlus size={16} aria-hidden />
            <span className="max-wide:hidden">{t("assignToMe")}</span>
          </Button>
        </Tooltip>
      ) : null}
      <MenuButton
        load={load}
        trigger={
          <Button
            variant="ghost"
            aria-label={assigneeId === null ? t("assignTo") : `${t("assignTo")}: ${shown}`}
            className="px-2"
          >
            {assigneeId === null ? null : (
              <>
                <Avatar name={assigneeId === me.id ? me.name : shown} size="sm" />
                <span className="max-w-32 truncate max-wide:hidden">{shown}</span>
              </>
            )}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {(popup) => (
          <Suspense>
            <AssignMenuPopup
              {...popup}
              members={members.filter(({ channelIds }) => channelIds?.includes(channelId) ?? true)}
              assigneeId={assigneeId}
              onAssign={(memberId) => void assign(memberId)}
            />
          </Suspense>
        )}
      </MenuButton>
    </div>
  );
}
