"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { resendWebhookAction } from "@/lib/actions/webhooks";
import { type DeliveryPage, useDeliveries } from "@/lib/client/use-deliveries";
import type { Failure } from "@/lib/domain/result";
import { DeliveryRow } from "./delivery-row";

const filters = ["all", "waiting", "delivered", "failed"] as const;
type Filter = (typeof filters)[number];

type Props = { id: string; isActive: boolean; first: DeliveryPage | null };

/** What a webhook was sent, live. */
export function DeliveryLog({ id, isActive, first }: Props) {
  const t = useTranslations("settings.webhooks");
  const [filter, setFilter] = useState<Filter>("all");
  const [outcome, setOutcome] = useState<number | Failure | null>(null);
  const [isBusy, start] = useTransition();
  const log = useDeliveries(id, filter === "all" ? null : filter, first);
  const sendAgain = (deliveryId: string | null) =>
    start(async () => {
      const result = await resendWebhookAction({ subscriptionId: id, deliveryId }).catch(() => null);
      const failure = result ? failureOf(result) : unreachable;
      setOutcome(failure ?? result?.data?.count ?? null);
      log.refresh();
    });
  return (
    <section aria-labelledby="deliveries" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="deliveries" className="text-lg font-semibold">
          {t("log")}
        </h2>
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            label={t("logFilter")}
            value={filter}
            onChange={(event) => setFilter(filters.find((each) => each === event.target.value) ?? "all")}
            options={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
          />
          {isActive ? (
            <Button isBusy={isBusy} onClick={() => sendAgain(null)}>
              {t("againAll")}
            </Button>
          ) : null}
        </div>
      </div>
      <p role="status" className="text-sm text-done empty:hidden">
        {typeof outcome === "number" ? t("againDone", { count: outcome }) : null}
      </p>
      <FailureLine failure={typeof outcome === "number" ? null : outcome} />
      {log.error ? <p className="text-sm text-danger">{t("logFailed")}</p> : null}
      {log.deliveries?.length === 0 ? <p className="text-text-muted">{t("logNone")}</p> : null}
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {log.deliveries?.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            onSendAgain={isActive ? () => sendAgain(delivery.id) : null}
          />
        ))}
      </ul>
      {log.hasMore ? (
        <Button onClick={log.showMore} className="self-center">
          {t("older")}
        </Button>
      ) : null}
    </section>
  );
}

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
