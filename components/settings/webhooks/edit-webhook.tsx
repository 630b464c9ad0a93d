"use client";
import { useTranslations } from "next-intl";
import { failureOf } from "@/components/auth/failure-of";
import { Dialog } from "@/components/ui/dialog";
import { updateWebhookAction } from "@/lib/actions/webhooks";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import type { ChannelChoice } from "../channels-field";
import { WebhookForm } from "./webhook-form";

type Props = {
  webhook: WebhookSummary;
  channels: readonly ChannelChoice[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

export function EditWebhook({ webhook, channels, isOpen, onOpenChange }: Props) {
  const t = useTranslations("settings.webhooks");
  const { id, name, url, events, channelIds } = webhook;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("editTitle", { name })}
      description={t("editText")}
    >
      <WebhookForm
        channels={channels}
        before={{ name, url, events, channelIds }}
        submitLabel={t("save")}
        save={async (choice) => {
          const failure = failureOf(await updateWebhookAction({ id, ...choice }));
          if (!failure) onOpenChange(false);
          return failure;
        }}
      />
    </Dialog>
  );
}
