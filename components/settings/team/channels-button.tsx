"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { TeamMember } from "./team-member";
import { useTeam } from "./team-notice";

/** Which channels somebody sees, in a word; pressed, the choice of them. */
export function ChannelsButton({ member, onOpen }: { member: TeamMember; onOpen: () => void }) {
  const t = useTranslations("settings.team.channels");
  const { channels } = useTeam();
  const { name, role, channelIds, isActive } = member;
  const seen = channels.filter(({ id }) => channelIds?.includes(id));
  const words =
    channelIds === null ? t("all") : seen.length === 1 ? seen[0]?.name : t("some", { count: seen.length });
  if (role === "admin")
    return <span className="px-3 text-sm text-text-muted max-wide:flex-1 max-wide:px-0">{t("all")}</span>;
  return (
    <Button
      variant="ghost"
      size="sm"
      disabled={!isActive}
      aria-label={t("of", { name, channels: words ?? "" })}
      onClick={onOpen}
      className="max-w-48 max-wide:-ms-3 max-wide:me-auto"
    >
      <span className="truncate">{words}</span>
    </Button>
  );
}
