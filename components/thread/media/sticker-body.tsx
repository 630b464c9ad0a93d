"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import type { ContentOf } from "../body/content-of";
import { MediaNote } from "./media-note";
import { shownMedia } from "./media-of";
import { useMediaLabel } from "./use-media-label";

const SIDE_PX = 144;
const place = { width: SIDE_PX, height: SIDE_PX };

type Props = { message: ThreadMessage; content: ContentOf<"sticker"> };

/** A sticker, or Instagram's heart. An animated one stands still for those who asked for less motion. */
export function StickerBody({ message, content }: Props) {
  const t = useTranslations("inbox.kind");
  const labelOf = useMediaLabel();
  const [isBroken, setIsBroken] = useState(false);
  if (content.isHeart && content.media.length === 0) {
    return (
      <span role="img" aria-label={labelOf(message, t("heart"))} className="block text-4xl leading-tight">
        ❤️
      </span>
    );
  }
  const shown = shownMedia(message, content.media[0]);
  const what = t("sticker");
  if (shown.state !== "ready" || isBroken) {
    return <MediaNote message={message} slot="0" shown={shown} what={what} style={place} />;
  }
  const at = (options?: Parameters<typeof paths.media>[3]) =>
    paths.media(message.conversationId, message.id, "0", options);
  return (
    <picture>
      {content.isAnimated ? (
        <source media="(prefers-reduced-motion: reduce)" srcSet={at({ size: "thumb" })} />
      ) : null}
      <img
        src={at()}
        alt={labelOf(message, what)}
        {...place}
        loading="lazy"
        decoding="async"
        onError={() => setIsBroken(true)}
        className="object-contain"
        style={place}
      />
    </picture>
  );
}
