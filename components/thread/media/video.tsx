"use client";
import { useTranslations } from "next-intl";
import { type ReactEventHandler, useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";
import { frameSize } from "./frame-size";
import { MediaNote } from "./media-note";
import type { Shown } from "./media-of";
import { sayDuration } from "./say-duration";
import { stopSound } from "./sound-store";

type Props = {
  message: ThreadMessage;
  slot: string;
  shown: Shown;
  what: string;
  label: string;
  maxHeight?: number;
};

let playing: HTMLVideoElement | null = null;

/** A video in its place, with the browser's own controls. Its first picture shows before it is played: there are no small copies of videos. */
export function Video({ message, slot, shown, what, label, maxHeight }: Props) {
  const t = useTranslations("media");
  const [isUntouched, setIsUntouched] = useState(true);
  const [isUnplayable, setIsUnplayable] = useState(false);
  const { width, height } = frameSize(shown.file, maxHeight);
  const place = { width, aspectRatio: `${width} / ${height}` };
  const at = (options?: Parameters<typeof paths.media>[3]) =>
    paths.media(message.conversationId, message.id, slot, options);

  if (shown.state !== "ready") {
    return <MediaNote message={message} slot={slot} shown={shown} what={what} style={place} />;
  }
  if (isUnplayable) {
    return (
      <div className="flex flex-col gap-1 text-sm text-text-muted">
        <p>{t("unplayable", { what })}</p>
        <DownloadLink href={at({ download: true })} what={what} />
      </div>
    );
  }

  const onPlay: ReactEventHandler<HTMLVideoElement> = ({ currentTarget }) => {
    setIsUntouched(false);
    stopSound();
    if (playing !== currentTarget) playing?.pause();
    playing = currentTarget;
  };
  const duration = shown.file?.durationMs ?? null;
  return (
    <div className="relative max-w-full" style={place}>
      {/* biome-ignore lint/a11y/useMediaCaption: customers send no captions with their videos */}
      <video
        controls
        playsInline
        preload="metadata"
        width={width}
        height={height}
        aria-label={label}
        onPlay={onPlay}
        className="h-full w-full rounded-lg bg-black object-contain"
      >
        <source src={at()} type={playableType(shown.mimeType)} onError={() => setIsUnplayable(true)} />
      </video>
      {isUntouched && duration !== null ? (
        <span className="tabular pointer-events-none absolute start-1.5 top-1.5 rounded bg-black/60 px-1 text-xs text-white">
          {sayDuration(duration)}
        </span>
      ) : null}
    </div>
  );
}

/** Chrome refuses QuickTime by its name although it plays what phones record under it. */
function playableType(mimeType: string | null): string | undefined {
  return mimeType === null || mimeType === "video/quicktime" ? undefined : mimeType;
}
