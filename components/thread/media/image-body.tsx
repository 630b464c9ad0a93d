"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageMedia } from "@/lib/domain/message-content";
import { frameSize } from "./frame-size";
import { shownMedia } from "./media-of";
import { Picture } from "./picture";
import { useMediaLabel } from "./use-media-label";
import { Video } from "./video";

const TILE_PX = 158;
const GAP_PX = 4;

type Props = { message: ThreadMessage; media: readonly MessageMedia[] };

/** A photo in its own shape, or an album as tiles. */
export function ImageBody({ message, media }: Props) {
  const t = useTranslations("media");
  const tKind = useTranslations("inbox.kind");
  const labelOf = useMediaLabel();
  const what = tKind("image");
  if (media.length <= 1) {
    const shown = shownMedia(message, media[0]);
    return (
      <Picture
        message={message}
        slot="0"
        shown={shown}
        what={what}
        label={labelOf(message, what)}
        {...frameSize(shown.file)}
      />
    );
  }
  const isFilm = (one: MessageMedia) => (one.file?.mimeType ?? one.mimeType)?.startsWith("video/") ?? false;
  const pictures = media.filter((one) => !isFilm(one));
  // The odd picture takes its whole row, and so does a video, which albums may hold too.
  const isWide = (one: MessageMedia) => isFilm(one) || (pictures.length % 2 === 1 && one === pictures.at(-1));
  return (
    <ul aria-label={tKind("photos", { count: media.length })} className="grid w-fit grid-cols-2 gap-1">
      {media.map((one, index) => {
        const kind = isFilm(one) ? tKind("video") : what;
        const which = t("nth", { what: kind, index: index + 1, count: media.length });
        const slot = String(index);
        const place = { message, slot, shown: shownMedia(message, one), what: which };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of a message never move
          <li key={index} className={isWide(one) ? "col-span-2 min-w-0" : "min-w-0"}>
            {isFilm(one) ? (
              <Video {...place} label={labelOf(message, which)} />
            ) : (
              <Picture
                {...place}
                label={labelOf(message, which)}
                width={isWide(one) ? TILE_PX * 2 + GAP_PX : TILE_PX}
                height={TILE_PX}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
