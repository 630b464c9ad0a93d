"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { secondTime } from "@/components/inbox/say-time";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { DeliveryStep } from "@/lib/domain/delivery";

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

/** Each step a message took, with its time. */
export function Timeline({ message }: { message: ThreadMessage }) {
  const t = useTranslations("inbox.status");
  const reader = useReader();
  const steps = order.flatMap((step) => {
    const at = message.timeline[step];
    return at === undefined ? [] : [{ step, at }];
  });
  return (
    <span className="tabular grid grid-cols-[auto_auto] gap-x-3 gap-y-0.5">
      {steps.map(({ step, at }) => (
        <span key={step} className="col-span-2 grid grid-cols-subgrid">
          <span>{t(step)}</span>
          <time dateTime={new Date(at).toISOString()}>{secondTime(at, reader)}</time>
        </span>
      ))}
    </span>
  );
}
