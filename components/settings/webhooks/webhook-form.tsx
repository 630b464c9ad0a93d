"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { useSubmit } from "@/components/auth/use-submit";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { FieldSet } from "@/components/ui/field-set";
import { TextField } from "@/components/ui/text-field";
import type { Failure } from "@/lib/domain/result";
import {
  type WebhookChoice,
  type WebhookEventType,
  webhookEventTypes,
} from "@/lib/domain/webhook-subscription";
import { type ChannelChoice, ChannelsField } from "../channels-field";

type Props = {
  channels: readonly ChannelChoice[];
  before?: WebhookChoice;
  submitLabel: string;
  /** Null when it went well. */
  save: (choice: WebhookChoice) => Promise<Failure | null>;
};

/** Where a webhook goes and what it tells. */
export function WebhookForm({ channels, before, submitLabel, save }: Props) {
  const t = useTranslations("settings.webhooks");
  const [events, setEvents] = useState<WebhookEventType[]>(before?.events ?? ["message.received"]);
  const [channelIds, setChannelIds] = useState<string[] | null>(before?.channelIds ?? null);
  const [isTried, setIsTried] = useState(false);
  const { failure, isBusy, onSubmit } = useSubmit(async (form) => {
    setIsTried(true);
    if (events.length === 0 || channelIds?.length === 0) return null;
    return save({ name: String(form.get("name")), url: String(form.get("url")), events, channelIds });
  });
  const urlReason = failure?.code === "webhook_url_refused" ? String(failure.details?.reason) : null;
  const toggle = (type: WebhookEventType, isChosen: boolean) =>
    setEvents(webhookEventTypes.filter((each) => (each === type ? isChosen : events.includes(each))));
  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-5">
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={before?.name}
        maxLength={60}
        autoComplete="off"
        required
      />
      <TextField
        name="url"
        type="url"
        dir="ltr"
        label={t("url")}
        hint={t("urlHint")}
        error={urlReason && t.has(`urlReason.${urlReason}`) ? t(`urlReason.${urlReason}`) : null}
        defaultValue={before?.url}
        maxLength={2_000}
        autoComplete="off"
        required
      />
      <FieldSet legend={t("events")} error={isTried && events.length === 0 ? t("eventNeeded") : null}>
        {webhookEventTypes.map((type) => (
          <CheckField
            key={type}
            label={t(`event.${type}`)}
            checked={events.includes(type)}
            onChange={(event) => toggle(type, event.target.checked)}
          />
        ))}
      </FieldSet>
      <ChannelsField channels={channels} value={channelIds} onChange={setChannelIds} hasError={isTried} />
      <FailureLine failure={urlReason === null ? failure : null} />
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        {submitLabel}
      </Button>
    </form>
  );
}
