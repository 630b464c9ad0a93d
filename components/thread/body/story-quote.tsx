"use client";
import { useTranslations } from "next-intl";
import { Group } from "@/components/ui/group";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { ReplyTo } from "@/lib/domain/message";
import { StoryPicture } from "../media/story-picture";

type Props = { message: ThreadMessage; story: NonNullable<ReplyTo["story"]> };

/** The story a message answers, as copied; that it is gone when nothing was. */
export function StoryQuote({ message, story }: Props) {
  const t = useTranslations("thread");
  return (
    <Group label={t("replyStory")} className="flex flex-col gap-1.5">
      <p className="text-xs font-medium text-accent">{t("replyStory")}</p>
      {story.media ? (
        <StoryPicture message={message} slot="story" media={story.media} what={t("story")} maxHeight={160} />
      ) : (
        <p className="text-text-muted">{t("storyGone")}</p>
      )}
    </Group>
  );
}
