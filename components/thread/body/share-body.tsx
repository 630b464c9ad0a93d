"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { StoryPicture } from "../media/story-picture";
import { safeHref } from "../rich-text";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { OutsideLink } from "./outside-link";

type Props = { message: ThreadMessage; content: ContentOf<"share"> };

/** A post, reel or story passed on; an honest line where Instagram gives nothing of it. */
export function ShareBody({ message, content }: Props) {
  const t = useTranslations("thread");
  const { source } = content;
  const media = content.media?.[0];
  const href = pageOf(content.url);
  return (
    <div className="flex flex-col gap-2">
      <KindLine
        kind="share"
        title={t(`share.${source}`)}
        detail={content.title ?? (media || href ? null : t("shareNothing"))}
      />
      {media ? <StoryPicture message={message} slot="0" media={media} what={t(`shared.${source}`)} /> : null}
      {href ? <OutsideLink href={href}>{t("openOnInstagram")}</OutsideLink> : null}
    </div>
  );
}

/** A page for people. Meta's links to files are signed, expire, and say nothing to a reader. */
function pageOf(url: string | null): string | null {
  const href = safeHref(url);
  if (!href) return null;
  const { hostname } = new URL(href);
  return /(?:^|\.)(?:instagram|facebook)\.com$/.test(hostname) ? href : null;
}
