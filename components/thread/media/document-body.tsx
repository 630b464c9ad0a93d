"use client";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-class";
import { Group } from "@/components/ui/group";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import type { ContentOf } from "../body/content-of";
import { KindLine } from "../body/kind-line";
import { DownloadLink } from "./download-link";
import { MediaNote } from "./media-note";
import { shownMedia, typeName } from "./media-of";
import { saySize } from "./say-size";

/** What our route lets a browser show: a PDF could run scripts, so it is saved. */
const viewable = /^image\/(?:png|jpeg|webp|gif|avif)$/;

type Props = { message: ThreadMessage; content: ContentOf<"document"> };

/** A file: its name, type and size, to open or to save. */
export function DocumentBody({ message, content }: Props) {
  const t = useTranslations("media");
  const tKind = useTranslations("inbox.kind");
  const locale = useLocale();
  const { filename, media } = content;
  const shown = shownMedia(message, media[0]);
  const size = shown.file?.sizeBytes;
  const facts = [typeName(shown.mimeType, filename), size ? saySize(size, locale) : null].filter(Boolean);
  const what = filename ?? tKind("document");
  const at = (download: boolean) => paths.media(message.conversationId, message.id, "0", { download });
  return (
    <Group label={what} className="flex flex-col gap-2">
      <KindLine kind="document" title={what} detail={facts.join(" · ") || null} />
      {shown.state === "ready" ? (
        <div className="flex gap-2 ps-11.5">
          {viewable.test(shown.mimeType ?? "") ? (
            <a
              href={at(false)}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t("openWhat", { what })}
              className={buttonClass("secondary", "sm")}
            >
              {t("open")}
            </a>
          ) : null}
          <DownloadLink href={at(true)} what={what} />
        </div>
      ) : (
        <MediaNote message={message} slot="0" shown={shown} what={tKind("document")} className="max-w-72" />
      )}
    </Group>
  );
}
