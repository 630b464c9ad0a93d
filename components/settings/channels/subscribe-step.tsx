"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { subscribeChannelAction } from "@/lib/actions/channels";
import type { Made } from "./connect-form";
import { ProblemLine } from "./problem-line";
import { useCall } from "./use-call";

type Props = { made: Made; onDone: () => void };

/** Has Meta send the account's messages to the app. */
export function SubscribeStep({ made, onDone }: Props) {
  const t = useTranslations("settings.channels");
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { data, failure, isBusy, call } = useCall(subscribeChannelAction);
  const type = made.kind === "whatsapp" ? "whatsapp" : "instagram";
  return (
    <div className="flex flex-col gap-4">
      <p ref={first} tabIndex={-1} className="outline-none">
        {t(`connect.subscribeText.${type}`)}
      </p>
      <p role="status" className="text-sm text-done empty:hidden">
        {data === undefined ? null : t("connection.subscribedNow")}
      </p>
      <ProblemLine failure={failure} />
      <div className="flex flex-wrap justify-end gap-2">
        {data === undefined ? (
          <>
            <Button onClick={onDone}>{t("connect.later")}</Button>
            <Button variant="primary" isBusy={isBusy} onClick={() => call({ channelId: made.channelId })}>
              {t("connection.subscribe")}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onDone}>
            {t("connect.done")}
          </Button>
        )}
      </div>
    </div>
  );
}
