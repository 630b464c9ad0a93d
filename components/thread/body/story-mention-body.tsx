import { useTranslations } from "next-intl";
import { safeHref } from "../rich-text";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";
import { OutsideLink } from "./outside-link";

/** The customer named the account in a story. */
export function StoryMentionBody({ content }: { content: ContentOf<"story_mention"> }) {
  const t = useTranslations("thread");
  const href = safeHref(content.url);
  return (
    <div className="flex flex-col gap-1">
      <KindLine kind="story_mention" title={t("storyMention")} detail={t("storyGone")} />
      {href ? <OutsideLink href={href}>{t("openStory")}</OutsideLink> : null}
    </div>
  );
}
