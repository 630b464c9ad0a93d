"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownEvent } from "@/lib/inbox/read/read-event-details";
import { Second } from "./second";

/** When an event came, what was done about it, and how it was signed. */
export function EventFacts({ event }: { event: ShownEvent }) {
  const t = useTranslations("settings.webhookEvents");
  const format = useFormatter();
  const isSeveral = event.firstProcessedAt && event.firstProcessedAt !== event.processedAt;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
      <Fact term={t("details.channel")}>{t(`channels.${event.channel}`)}</Fact>
      <Fact term={t("details.received")}>
        <Second at={event.receivedAt} />
      </Fact>
      <Fact term={t("details.processed")}>
        {event.processedAt === null ? t("details.notYet") : <Second at={event.processedAt} />}
      </Fact>
      {isSeveral ? (
        <Fact term={t("details.firstProcessed")}>
          <Second at={event.firstProcessedAt ?? 0} />
        </Fact>
      ) : null}
      {event.dueAt === null || event.attempts === 0 ? null : (
        <Fact term={t("details.nextTry")}>
          <Second at={event.dueAt} />
        </Fact>
      )}
      {event.durationMs === undefined ? null : (
        <Fact term={t("details.duration")}>{t("duration", { ms: event.durationMs })}</Fact>
      )}
      <Fact term={t("details.attempts")}>{format.number(event.attempts)}</Fact>
      <Fact term={t("details.size")}>{t("details.bytes", { count: event.bodyBytes })}</Fact>
      <Fact term={t("details.signature")}>
        {event.hasSignature ? t("details.signaturePresent") : t("details.signatureMissing")}
      </Fact>
      {Object.entries(event.headers).map(([name, value]) => (
        <Fact key={name} term={<code className="text-xs">{name}</code>}>
          <code className="text-xs">{value}</code>
        </Fact>
      ))}
      <Fact term={t("details.id")}>
        <code className="text-xs">{event.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-muted">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
