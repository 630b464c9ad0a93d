"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { secondTime } from "@/components/inbox/say-time";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { DeliveryStep, Timeline as Steps } from "@/lib/domain/delivery";

const order: DeliveryStep[] = [
  "queued",
  "sending",
  "unconfirmed",
  "accepted",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
];

/** How a message travelled: who wrote it, each attempt's steps with their times, and what Meta charges it as. */
export function Timeline({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.travel");
  const { author, attempts = [], pricing, sentAt } = message;
  return (
    <span className="tabular grid grid-cols-[auto_auto] gap-x-3 gap-y-0.5">
      <Line what={t("composed", { who: author.name ?? t(`by.${author.kind}`) })} at={sentAt} />
      {attempts.map(({ attempt, timeline }) => (
        <Attempt key={attempt} number={attempt} timeline={timeline} />
      ))}
      <Attempt number={attempts.length > 0 ? message.attempt : null} timeline={message.timeline} />
      {pricing?.category ? (
        <span className="col-span-2">
          {t(pricing.isBillable === false ? "free" : "charged", { category: pricing.category })}
        </span>
      ) : null}
    </span>
  );
}

function Attempt({ number, timeline }: { number: number | null; timeline: Steps }) {
  const t = useTranslations("inbox.status");
  const tTravel = useTranslations("thread.travel");
  const steps = order.flatMap((step) => {
    const at = timeline[step];
    return at === undefined ? [] : [{ step, at }];
  });
  return (
    <>
      {number === null ? null : (
        <span className="col-span-2 pt-1 text-text-muted">{tTravel("attempt", { number })}</span>
      )}
      {steps.map(({ step, at }) => (
        <Line key={step} what={t(step)} at={at} />
      ))}
    </>
  );
}

function Line({ what, at }: { what: string; at: number }) {
  const reader = useReader();
  return (
    <span className="col-span-2 grid grid-cols-subgrid">
      <span>{what}</span>
      <time dateTime={new Date(at).toISOString()}>{secondTime(at, reader)}</time>
    </span>
  );
}
