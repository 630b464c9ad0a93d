"use client";
import clsx from "clsx";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Group } from "@/components/ui/group";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";
import type { Shown } from "./media-of";
import { sayDuration } from "./say-duration";
import { SeekBar } from "./seek-bar";
import {
  changeRate,
  currentRate,
  pauseSound,
  playSound,
  rates,
  type SoundSource,
  seekSound,
  soundOf,
  subscribeToSounds,
} from "./sound-store";
import { useMediaLabel } from "./use-media-label";

type Props = { message: ThreadMessage; slot: string; shown: Shown; what: string };

const idle = soundOf("");

/** Play, pause, seek, speed. One sound is heard at a time. */
export function SoundPlayer({ message, slot, shown, what }: Props) {
  const t = useTranslations("media");
  const labelOf = useMediaLabel();
  const key = `${message.conversationId}/${message.id}/${slot}`;
  const sound = useSyncExternalStore(
    subscribeToSounds,
    () => soundOf(key),
    () => idle,
  );
  const rate = useSyncExternalStore(subscribeToSounds, currentRate, () => 1 as const);
  const at = (options?: Parameters<typeof paths.media>[3]) =>
    paths.media(message.conversationId, message.id, slot, options);
  const durationMs = shown.file?.durationMs ?? sound.durationMs;
  const isOn = sound.state === "playing" || sound.state === "loading";
  const length = durationMs === null ? "" : sayDuration(durationMs);
  const name = [labelOf(message, what), length].filter(Boolean).join(", ");

  if (sound.state === "failed") {
    return (
      <Group label={name} className="flex flex-col items-start gap-1.5 text-sm text-text-muted">
        <p>{t("unplayable", { what })}</p>
        <DownloadLink href={at({ download: true })} what={what} />
      </Group>
    );
  }
  return (
    <Group label={name} className="flex w-72 max-w-full items-center gap-2.5">
      <button
        type="button"
        aria-label={t(isOn ? "pause" : "play")}
        aria-busy={sound.state === "loading"}
        onClick={() => (isOn ? pauseSound(key) : playSound(key, sourcesOf(shown.mimeType, at)))}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-text max-wide:size-11"
      >
        {isOn ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden className="ms-0.5" />}
      </button>
      <div className="min-w-0 flex-1">
        <SeekBar
          wave={shown.file?.wave ?? null}
          positionMs={sound.positionMs}
          durationMs={durationMs}
          onSeek={(positionMs) => seekSound(key, positionMs)}
        />
        <div className="tabular flex items-center justify-between text-xs text-text-muted">
          <span>
            {sound.positionMs > 0 && length ? `${sayDuration(sound.positionMs)} / ${length}` : length || what}
          </span>
          <button
            type="button"
            aria-label={t("speed", { rate })}
            onClick={() => changeRate(rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1)}
            className={clsx(
              "rounded px-1.5 font-medium max-wide:min-h-9 max-wide:px-3",
              rate === 1 ? "hover:bg-surface/70" : "bg-surface/70 text-text",
            )}
          >
            {t("times", { rate })}
          </button>
        </div>
      </div>
    </Group>
  );
}

/** As it came, and as MP4 for Safaris that do not know Ogg. */
function sourcesOf(
  mimeType: string | null,
  at: (options?: Parameters<typeof paths.media>[3]) => string,
): SoundSource[] {
  const own = { src: at(), type: mimeType };
  const isOgg = mimeType?.startsWith("audio/ogg") ?? false;
  return isOgg
    ? [
        { ...own, type: "audio/ogg; codecs=opus" },
        { src: at({ as: "mp4" }), type: "audio/mp4" },
      ]
    : [own];
}
