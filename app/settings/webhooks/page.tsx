import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddWebhook } from "@/components/settings/webhooks/add-webhook";
import { WebhookRow } from "@/components/settings/webhooks/webhook-row";
import { listWebhooks } from "@/lib/inbox/webhooks/list";
import { channelChoices } from "@/lib/server/channel-choices";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.webhooks"))("title") };
}

export default async function WebhooksPage() {
  const { actor } = await requirePage("webhook.manage");
  const t = await getTranslations("settings.webhooks");
  const [webhooks, channels] = await Promise.all([listWebhooks(actor), channelChoices(actor)]);
  const list = webhooks.ok ? webhooks.data : [];
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-text-muted">{t("text")}</p>
        </div>
        <AddWebhook channels={channels} />
      </div>
      {list.length === 0 ? <p className="text-text-muted">{t("none")}</p> : null}
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {list.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} channels={channels} />
        ))}
      </ul>
    </div>
  );
}
