"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { shortMoment } from "@/components/inbox/say-time";
import { Button } from "@/components/ui/button";
import { useNow } from "@/lib/client/use-now";
import { doneOf, type ReplayProgress } from "@/lib/domain/replay";
import { paths } from "@/lib/paths";

const MAX_LINKS = 8;

type Props = { replay: ReplayProgress; isBusy: boolean; onStop: () => void; onDismiss: () => void };

/** How far the replay of many is, and how it came out. */
export function ReplayPanel({ replay, isBusy, onStop, onDismiss }: Props) {
  const t = useTranslations("settings.webhookEvents.replay");
  const reader = useReader();
  const now = useNow(60_000);
  const isRunning = replay.state === "running";
  const done = doneOf(replay);
  const when = shortMoment(replay.startedAt, now, reader);
  return (
    <section
      aria-label={t(titleOf(replay))}
      className="flex flex-col gap-2 rounded-control bg-surface-sunken p-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-medium">{t(titleOf(replay))}</h2>
        <p className="tabular text-sm text-text-muted">
          {replay.total === null ? t("progressOpen", { done }) : t("progress", { done, total: replay.total })}
        </p>
        <p className="min-w-0 flex-1 text-sm text-text-muted">
          {t("by", { name: replay.startedBy.name, when })}
        </p>
        {isRunning ? (
          <Button size="sm" isBusy={isBusy} onClick={onStop}>
            {t("stop")}
          </Button>
        ) : (
          <Button size="sm" variant="ghost" onClick={onDismiss}>
            {t("dismiss")}
          </Button>
        )}
      </div>
      {isRunning ? (
        <progress
          aria-label={t(titleOf(replay))}
          max={replay.total ?? undefined}
          value={replay.total === null ? undefined : done}
          className="h-1.5 w-full accent-accent"
        />
      ) : null}
      <p role="status" className="text-sm">
        {isRunning ? null : <Counts replay={replay} />}
      </p>
      {isRunning ? null : <Noted replay={replay} />}
    </section>
  );
}

function Counts({ replay: { counts, mode } }: Pick<Props, "replay">) {
  const t = useTranslations("settings.webhookEvents.replay");
  const isDry = mode === "rehearsal";
  const parts = [
    counts.applied > 0 ? t(isDry ? "appliedDry" : "applied", { count: counts.applied }) : null,
    counts.unchanged > 0 ? t(isDry ? "unchangedDry" : "unchanged", { count: counts.unchanged }) : null,
    counts.failing > 0 ? t(isDry ? "failingDry" : "failing", { count: counts.failing }) : null,
    counts.skipped > 0 ? t("skipped", { count: counts.skipped }) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : t("noEvents");
}

function Noted({ replay: { noted, mode } }: Pick<Props, "replay">) {
  const t = useTranslations("settings.webhookEvents.replay");
  const worthALook = mode === "rehearsal" ? noted : noted.filter(({ verdict }) => verdict === "failing");
  if (worthALook.length === 0) return null;
  return (
    <div className="text-sm">
      <h3 className="text-text-muted">{t("noted")}</h3>
      <ul className="flex flex-col">
        {worthALook.slice(0, MAX_LINKS).map(({ eventId, verdict }) => (
          <li key={eventId} className="flex gap-2">
            <Link
              href={paths.settings.webhookEvent(eventId)}
              prefetch={false}
              className="min-w-0 truncate font-mono text-xs leading-5 underline max-wide:leading-11"
            >
              {eventId}
            </Link>
            <span className="shrink-0 text-text-muted">{t(`verdict.${verdict}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function titleOf({ state, mode }: ReplayProgress) {
  const isDry = mode === "rehearsal";
  if (state === "running") return isDry ? "runningDry" : "running";
  if (state === "done") return isDry ? "doneDry" : "done";
  return isDry ? "stoppedDry" : "stopped";
}
