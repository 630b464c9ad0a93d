import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChannelCard } from "@/components/settings/channel-card";
import { listChannelDetails } from "@/lib/inbox/read/list-channel-details";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.channels"))("title") };
}

export default async function ChannelsPage() {
  const { actor } = await requirePage("channel.read");
  const t = await getTranslations("settings.channels");
  const channels = await listChannelDetails(actor);
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t("text")}</p>
      </div>
      {channels.length === 0 ? <p className="text-text-muted">{t("none")}</p> : null}
      <ul className="flex flex-col gap-8">
        {channels.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} />
        ))}
      </ul>
    </div>
  );
}
