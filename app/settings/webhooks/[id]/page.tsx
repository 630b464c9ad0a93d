import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeliveryLog } from "@/components/settings/webhooks/delivery-log";
import { WebhookFacts } from "@/components/settings/webhooks/webhook-facts";
import { WebhookTools } from "@/components/settings/webhooks/webhook-tools";
import { readWebhook } from "@/lib/inbox/webhooks/list";
import { listDeliveries } from "@/lib/inbox/webhooks/list-deliveries";
import { paths } from "@/lib/paths";
import { channelChoices } from "@/lib/server/channel-choices";
import { requirePage } from "@/lib/server/page/require-page";
import { PAGE_ROWS } from "@/lib/server/route/page-query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.webhooks"))("title") };
}

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await requirePage("webhook.manage");
  const { id } = await params;
  const t = await getTranslations("settings.webhooks");
  const [webhook, channels, log] = await Promise.all([
    readWebhook(actor, id),
    channelChoices(actor),
    listDeliveries(actor, { subscriptionId: id, state: null, cursor: null, limit: PAGE_ROWS }),
  ]);
  if (!webhook.ok) notFound();
  return (
    <div className="flex flex-col gap-6">
      <Link
        href={paths.settings.webhooks()}
        className="self-start text-sm text-text-muted hover:text-text max-wide:hidden"
      >
        {t("back")}
      </Link>
      <WebhookFacts webhook={webhook.data} channels={channels} />
      <WebhookTools webhook={webhook.data} channels={channels} />
      <DeliveryLog id={id} isActive={webhook.data.isActive} first={log.ok ? log.data : null} />
    </div>
  );
}
