"use client";
import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import CloudDownload from "lucide-react/icons/cloud-download";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Group } from "@/components/ui/group";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";
import type { Shown } from "./media-of";
import { RetryMedia } from "./retry-media";

type Props = {
  message: ThreadMessage;
  slot: string;
  shown: Shown;
  /** What it would be: "Photo". */
  what: string;
  className?: string;
  style?: CSSProperties;
};

/** In place of a file that is not here: that it is on its way, or why it is not and what to do. */
export function MediaNote({ message, slot, shown, what, className, style }: Props) {
  const t = useTranslations("media");
  const isComing = shown.state === "pending" || shown.state === "sending";
  const Icon = isComing ? CloudDownload : CircleAlert;
  return (
    <Group
      label={what}
      aria-busy={isComing}
      style={style}
      className={clsx(
        "flex min-h-11 max-w-full flex-col items-center justify-center gap-1.5 rounded-lg bg-surface/60 p-3 text-center text-sm text-text-muted",
        className,
      )}
    >
      <Icon size={18} aria-hidden className="shrink-0" />
      <p>{sentence()}</p>
      {shown.state === "ready" ? (
        <DownloadLink
          href={paths.media(message.conversationId, message.id, slot, { download: true })}
          what={what}
        />
      ) : null}
      {shown.state === "failed" || shown.state === "uncopied" ? (
        <RetryMedia message={message} slot={slot} what={what} />
      ) : null}
    </Group>
  );

  function sentence(): string {
    if (shown.state === "failed") {
      const reason = shown.failure ? t(`failures.${shown.failure}`) : t("failures.unreachable");
      return t("failed", { what, reason });
    }
    if (shown.state === "ready") return t("unreadable", { what });
    if (shown.state === "expired" && shown.failure === "dropped") return t("states.dropped", { what });
    return t(`states.${shown.state}`, { what });
  }
}
