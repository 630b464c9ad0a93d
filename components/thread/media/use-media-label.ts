"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { clockTime } from "@/components/inbox/say-time";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { useAuthorName } from "../use-author-name";

/** "Photo from Amara, 12:04": the text alternative of what has none. */
export function useMediaLabel(): (message: ThreadMessage, what: string) => string {
  const t = useTranslations("media");
  const reader = useReader();
  const nameOf = useAuthorName();
  return (message, what) =>
    t("label", { what, who: nameOf(message), time: clockTime(message.sentAt, reader) });
}
