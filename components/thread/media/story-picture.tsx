"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageMedia } from "@/lib/domain/message-content";
import { frameSize } from "./frame-size";
import { shownMedia } from "./media-of";
import { Picture } from "./picture";
import { useMediaLabel } from "./use-media-label";
import { Video } from "./video";

type Props = {
  message: ThreadMessage;
  slot: string;
  media: MessageMedia;
  what: string;
  /** In CSS pixels; a quoted one is small. */
  maxHeight?: number;
};

/** A story, post or reel as copied: a picture that opens large, or a video that plays. */
export function StoryPicture({ message, slot, media, what, maxHeight }: Props) {
  const t = useTranslations("media");
  const labelOf = useMediaLabel();
  const shown = shownMedia(message, media);
  const label = labelOf(message, what);
  if (shown.state === "expired") {
    return <p className="text-sm text-text-muted">{t("states.storyGone", { what })}</p>;
  }
  if (shown.mimeType?.startsWith("video/")) {
    const video = { message, slot, shown, what, label, maxHeight };
    return <Video {...video} />;
  }
  if (shown.state === "ready" && !shown.mimeType?.startsWith("image/")) {
    return <p className="text-sm text-text-muted">{t("unreadable", { what })}</p>;
  }
  const place = frameSize(shown.file, maxHeight);
  return <Picture message={message} slot={slot} shown={shown} what={what} label={label} {...place} />;
}
