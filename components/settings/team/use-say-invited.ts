"use client";
import { useTranslations } from "next-intl";
import type { Invitation } from "@/lib/server/identity/provider";
import { useTeam } from "./team-notice";

/** Says how an invitation went out: that a mail is on its way, or the link to pass on. */
export function useSayInvited() {
  const t = useTranslations("settings.team");
  const { say, showLink } = useTeam();
  return ({ name, email }: { name: string; email: string }, invitation: Invitation) => {
    if (invitation.kind === "mailed") return say(t("mailed", { name, email }));
    const why = invitation.isMailRefused ? "mail-refused" : "invitation";
    showLink({ name, link: invitation.link, why });
  };
}
