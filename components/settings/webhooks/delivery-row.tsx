"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { Moment } from "@/components/inbox/moment";
import { clockTime } from "@/components/inbox/say-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { Attempts } from "./attempts";
import { useAnswerWords } from "./use-answer-words";

const tones = {
  waiting: "soon",
  sending: "neutral",
  delivered: "done",
  failed: "danger",
  dropped: "neutral",
  gap: "soon",
} as const;

type Props = { delivery: WebhookDelivery; onSendAgain: (() => void) | null };

/** One event on its way: how far it is, how the last try went, when the next is. */
export function DeliveryRow({ delivery, onSendAgain }: Props) {
  const t = useTranslations("settings.webhooks");
  const reader = useReader();
  const { type, detail, state, occurredAt } = delivery;
  const event = detail && t.has(`told.${detail}`) ? t(`told.${detail}`) : t(`told.${type}`);
  const canSend =
    onSendAgain &&
    type !== "webhook.test" &&
    (state === "failed" || state === "waiting" || state === "delivered");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{event}</span>
          <Badge tone={tones[state]}>{t(`delivery.${state}`)}</Badge>
          <Moment at={occurredAt} as="list" className="tabular text-sm text-text-muted" />
        </p>
        <Outcome delivery={delivery} />
        <Attempts attempts={delivery.attempts} />
      </div>
      {canSend ? (
        <Button
          size="sm"
          onClick={onSendAgain}
          aria-label={t("againNamed", { event, time: clockTime(occurredAt, reader) })}
        >
          {t("again")}
        </Button>
      ) : null}
    </li>
  );
}

function Outcome({ delivery }: Pick<Props, "delivery">) {
  const t = useTranslations("settings.webhooks");
  const say = useAnswerWords();
  const { state, attempts, dueAt, occurredAt, createdAt, tries } = delivery;
  const last = attempts.at(-1);
  const clock = (at: number) => () => <Moment at={at} as="clock" />;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-text-muted empty:hidden">
      {last ? (
        <span>
          {say(last)} · {t("took", { ms: String(last.durationMs) })}
        </span>
      ) : null}
      {state === "waiting" && dueAt !== null && tries > 0 ? (
        <span>{t.rich("nextTry", { when: clock(dueAt) })}</span>
      ) : null}
      {state === "dropped" ? <span>{t("droppedText")}</span> : null}
      {state === "gap" ? (
        <span>{t.rich("gapText", { from: clock(occurredAt), to: clock(createdAt) })}</span>
      ) : null}
    </p>
  );
}
