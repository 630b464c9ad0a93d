"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { MemberRow } from "./member-row";
import type { TeamMember } from "./team-member";

/** A team that fits on a screen is found by looking. */
const SEARCHED_FROM = 9;
const REFRESH_MS = 60_000;

type Props = { members: TeamMember[]; ownId: string; now: number };

/** The team, read again every minute while somebody looks. */
export function TeamList({ members, ownId, now }: Props) {
  const t = useTranslations("settings.team");
  const router = useRouter();
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
  const words = wanted.trim().toLowerCase();
  const found = members.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words));
  return (
    <>
      {members.length >= SEARCHED_FROM ? (
        <div className="wide:max-w-72">
          <TextField
            type="search"
            label={t("find")}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            autoComplete="off"
          />
        </div>
      ) : null}
      <ul aria-label={t("title")} className="divide-y divide-border border-y border-border">
        {found.map((member) => (
          <MemberRow key={member.id} member={member} isOwn={member.id === ownId} now={now} />
        ))}
      </ul>
      <p role="status" className="text-text-muted empty:hidden">
        {found.length === 0 ? t("nobodyFound") : null}
      </p>
    </>
  );
}
