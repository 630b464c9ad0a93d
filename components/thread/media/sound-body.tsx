"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { ContentOf } from "../body/content-of";
import { MediaNote } from "./media-note";
import { shownMedia } from "./media-of";
import { SoundPlayer } from "./sound-player";

type Props = { message: ThreadMessage; content: ContentOf<"audio"> };

/** A voice note or a sound file. */
export function SoundBody({ message, content }: Props) {
  const t = useTranslations("inbox.kind");
  const what = t(content.isVoice ? "voice" : "audio");
  const media = content.media.length === 0 ? [undefined] : content.media;
  return (
    <div className="flex flex-col gap-1">
      {media.map((one, index) => {
        const shown = shownMedia(message, one);
        const slot = String(index);
        const props = { message, slot, shown, what };
        return shown.state === "ready" ? (
          <SoundPlayer key={slot} {...props} />
        ) : (
          <MediaNote key={slot} {...props} className="w-64" />
        );
      })}
    </div>
  );
}
