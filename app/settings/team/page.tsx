import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddMember } from "@/components/settings/team/add-member";
import { TeamList } from "@/components/settings/team/team-list";
import { teamMember } from "@/components/settings/team/team-member";
import { TeamNotice } from "@/components/settings/team/team-notice";
import { listMembers } from "@/lib/inbox/members/list-members";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { identityKind } from "@/lib/server/identity/provider";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.team"))("title") };
}

export default async function TeamPage() {
  const { actor } = await requirePage("member.manage");
  const t = await getTranslations("settings.team");
  const now = Date.now();
  const [members, channels] = await Promise.all([listMembers(actor), listChannels(actor)]);
  const choices = channels.map(({ id, type, name }) => ({ id, type, name }));
  return (
    <TeamNotice channels={choices} provider={identityKind()}>
      <div className="flex flex-col gap-6">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h1 className="text-xl font-semibold">{t("title")}</h1>
            <p className="text-text-muted">{t("text")}</p>
          </div>
          <AddMember />
        </div>
        <TeamList members={(members.ok ? members.data : []).map(teamMember)} ownId={actor.id} now={now} />
      </div>
    </TeamNotice>
  );
}
