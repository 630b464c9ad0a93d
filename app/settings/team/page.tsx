import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddMember } from "@/components/settings/add-member";
import { MemberRow } from "@/components/settings/member-row";
import { TeamNotice } from "@/components/settings/team-notice";
import { listMembers } from "@/lib/inbox/members/list-members";
import { identityKind } from "@/lib/server/identity/provider";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.team"))("title") };
}

export default async function TeamPage() {
  const { actor } = await requirePage("member.manage");
  const t = await getTranslations("settings.team");
  const now = Date.now();
  const members = await listMembers(actor);
  return (
    <TeamNotice provider={identityKind()}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h1 className="text-xl font-semibold">{t("title")}</h1>
            <p className="text-text-muted">{t("text")}</p>
          </div>
          <AddMember />
        </div>
        <ul className="divide-y divide-border border-y border-border">
          {(members.ok ? members.data : []).map((member) => (
            <MemberRow key={member.id} member={member} isOwn={member.id === actor.id} now={now} />
          ))}
        </ul>
      </div>
    </TeamNotice>
  );
}
