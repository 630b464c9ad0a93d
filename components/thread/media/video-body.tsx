"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageMedia } from "@/lib/domain/message-content";
import { shownMedia } from "./media-of";
import { useMediaLabel } from "./use-media-label";
import { Video } from "./video";

type Props = { message: ThreadMessage; media: readonly MessageMedia[] };

/** One video, or several below each other. */
export function VideoBody({ message, media }: Props) {
  const t = useTranslations("media");
  const what = useTranslations("inbox.kind")("video");
  const labelOf = useMediaLabel();
  const all = media.length === 0 ? [undefined] : media;
  return (
    <div className="flex flex-col gap-1">
      {all.map((one, index) => {
        const which = all.length > 1 ? t("nth", { what, index: index + 1, count: all.length }) : what;
        return (
          <Video
            // biome-ignore lint/suspicious/noArrayIndexKey: the files of a message never move
            key={index}
            message={message}
            slot={String(index)}
            shown={shownMedia(message, one)}
            what={which}
            label={labelOf(message, which)}
          />
        );
      })}
    </div>
  );
}
