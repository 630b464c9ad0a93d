"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { revealEventAction } from "@/lib/actions/webhook-events";
import type { Failure } from "@/lib/domain/result";

type Body = { text: string; isCut: boolean };
type Props = { id: string; masked: Body | null; mayReveal: boolean };

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };

/** The body as JSON, with what people wrote hidden until somebody asks; the whole of it is only fetched then. */
export function EventBody({ id, masked, mayReveal }: Props) {
  const t = useTranslations("settings.webhookEvents.details");
  const [revealed, setRevealed] = useState<Body | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();

  const reveal = () =>
    start(async () => {
      const result = await revealEventAction({ id }).catch(() => ({
        serverError: unreachable,
        data: undefined,
      }));
      setFailure(result?.data ? null : (failureOf(result) ?? unreachable));
      setRevealed(result?.data ?? null);
    });

  if (!masked) return <p className="text-sm text-text-muted">{t("gone")}</p>;
  const body = revealed ?? masked;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="min-w-0 flex-1 basis-60 text-sm text-text-muted">
          {revealed ? t("revealed") : t("hidden")}
        </p>
        {revealed ? (
          <Button size="sm" onClick={() => setRevealed(null)}>
            {t("hide")}
          </Button>
        ) : null}
        {mayReveal && !revealed ? (
          <Button size="sm" isBusy={isBusy} onClick={reveal} title={t("revealNote")}>
            {t("reveal")}
          </Button>
        ) : null}
      </div>
      <FailureLine failure={failure} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
        tabIndex={0}
        aria-label={t("body")}
        dir="ltr"
        className="max-h-[32rem] scroll-quiet overflow-auto rounded-control bg-surface-sunken p-3"
      >
        <pre className="font-mono text-xs leading-5">{body.text}</pre>
      </section>
      {body.isCut ? <p className="text-sm text-text-muted">{t("cut")}</p> : null}
    </div>
  );
}
