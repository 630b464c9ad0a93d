import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChannelCard } from "@/components/settings/channel-card";
import { ChannelConnection } from "@/components/settings/channels/channel-connection";
import { ConnectChannel } from "@/components/settings/channels/connect-channel";
import { NoKey } from "@/components/settings/channels/no-key";
import { can } from "@/lib/domain/permissions";
import { listChannelDetails } from "@/lib/inbox/read/list-channel-details";
import { listManagedChannels } from "@/lib/inbox/read/list-managed-channels";
import { sealingKey } from "@/lib/inbox/seal/seal";
import { appOrigin } from "@/lib/server/app-origin";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.channels"))("title") };
}

export default async function ChannelsPage() {
  const { actor } = await requirePage("channel.read");
  const t = await getTranslations("settings.channels");
  const mayManage = can(actor, "channel.manage");
  const [channels, managed, origin] = await Promise.all([
    listChannelDetails(actor),
    listManagedChannels(actor),
    appOrigin(),
  ]);
  const hasKey = sealingKey() !== null;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-text-muted">{t("text")}</p>
        </div>
        {mayManage && hasKey ? <ConnectChannel origin={origin} /> : null}
      </div>
      {mayManage && !hasKey ? <NoKey /> : null}
      {channels.length === 0 ? (
        <p className="text-text-muted">{t(mayManage && hasKey ? "noneAdmin" : "none")}</p>
      ) : null}
      <ul className="flex flex-col gap-8">
        {channels.map((channel) => {
          const own = managed[channel.id];
          return (
            <ChannelCard key={channel.id} channel={channel} source={own?.source}>
              {own ? <ChannelConnection name={channel.name} channel={own} origin={origin} /> : null}
            </ChannelCard>
          );
        })}
      </ul>
    </div>
  );
}
