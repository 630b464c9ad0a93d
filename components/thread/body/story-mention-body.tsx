"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { StoryPicture } from "../media/story-picture";
import type { ContentOf } from "./content-of";
import { KindLine } from "./kind-line";

type Props = { message: ThreadMessage; content: ContentOf<"story_mention"> };

/** The customer named the account in a story: our copy of it, since stories are gone after a day. */
export function StoryMentionBody({ message, content }: Props) {
  const t = useTranslations("thread");
  const media = content.media?.[0];
  return (
    <div className="flex flex-col gap-2">
      <KindLine kind="story_mention" title={t("storyMention")} detail={media ? null : t("storyGone")} />
      {media ? <StoryPicture message={message} slot="0" media={media} what={t("story")} /> : null}
    </div>
  );
}
