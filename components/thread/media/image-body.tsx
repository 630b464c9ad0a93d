"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageMedia } from "@/lib/domain/message-content";
import { frameSize } from "./frame-size";
import { shownMedia } from "./media-of";
import { Picture } from "./picture";
import { useMediaLabel } from "./use-media-label";

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
  // The odd one takes its whole row.
  const isWide = (index: number) => media.length % 2 === 1 && index === media.length - 1;
  return (
    <ul aria-label={tKind("photos", { count: media.length })} className="grid w-fit grid-cols-2 gap-1">
      {media.map((one, index) => {
        const which = t("nth", { what, index: index + 1, count: media.length });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of a message never move
          <li key={index} className={isWide(index) ? "col-span-2 min-w-0" : "min-w-0"}>
            <Picture
              message={message}
              slot={String(index)}
              shown={shownMedia(message, one)}
              what={which}
              label={labelOf(message, which)}
              width={isWide(index) ? TILE_PX * 2 + GAP_PX : TILE_PX}
              height={TILE_PX}
            />
          </li>
        );
      })}
    </ul>
  );
}
