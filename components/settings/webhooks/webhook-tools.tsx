"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { Button } from "@/components/ui/button";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import type { ChannelChoice } from "../channels-field";
import { EditWebhook } from "./edit-webhook";
import { TestResult } from "./test-result";
import { useWebhookChanges } from "./use-webhook-changes";
import { WebhookMenu } from "./webhook-menu";
import { WebhookSecret } from "./webhook-secret";

type Props = { webhook: WebhookSummary; channels: readonly ChannelChoice[] };

/** What can be done with a webhook, and how the last of it went. */
export function WebhookTools({ webhook, channels }: Props) {
  const t = useTranslations("settings.webhooks");
  const changes = useWebhookChanges(webhook);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" isBusy={changes.isBusy} onClick={changes.test}>
          {t("test")}
        </Button>
        <Button onClick={() => setIsEditing(true)}>{t("edit")}</Button>
        <Button isBusy={changes.isBusy} onClick={() => changes.setActive(!webhook.isActive)}>
          {t(webhook.isActive ? "pause" : "resume")}
        </Button>
        <WebhookMenu webhook={webhook} changes={changes} />
      </div>
      <TestResult attempt={changes.tested} />
      <FailureLine failure={changes.failure} />
      <EditWebhook webhook={webhook} channels={channels} isOpen={isEditing} onOpenChange={setIsEditing} />
      {changes.secret ? (
        <WebhookSecret name={webhook.name} secret={changes.secret} onClose={changes.hideSecret} />
      ) : null}
    </div>
  );
}
