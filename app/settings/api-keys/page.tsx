import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddApiKey } from "@/components/settings/api-keys/add-api-key";
import { ApiKeyRow } from "@/components/settings/api-keys/api-key-row";
import { EnvironmentKey } from "@/components/settings/api-keys/environment-key";
import { env } from "@/lib/env";
import { listApiKeys } from "@/lib/inbox/api-keys/list";
import { paths } from "@/lib/paths";
import { appOrigin } from "@/lib/server/app-origin";
import { channelChoices } from "@/lib/server/channel-choices";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("apiKeys") };
}

export default async function ApiKeysPage() {
  const { actor } = await requirePage("api-key.manage");
  const t = await getTranslations("settings.apiKeys");
  const [keys, channels, appUrl] = await Promise.all([
    listApiKeys(actor),
    channelChoices(actor),
    appOrigin(),
  ]);
  const list = keys.ok ? keys.data : [];
  const hasEnvironmentKey = env().API_KEY !== undefined;
  const channelNames = Object.fromEntries(channels.map(({ id, name }) => [id, name]));
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-text-muted">
            {t("text")}{" "}
            <a href={paths.v1.openApi()} className="text-accent underline underline-offset-2">
              {t("docs")}
            </a>
          </p>
        </div>
        <AddApiKey channels={channels} appUrl={appUrl} />
      </div>
      {list.length === 0 && !hasEnvironmentKey ? <p className="text-text-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {hasEnvironmentKey ? <EnvironmentKey /> : null}
        {list.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} channelNames={channelNames} />
        ))}
      </ul>
    </div>
  );
}
