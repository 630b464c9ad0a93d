"use client";
import FileText from "lucide-react/icons/file-text";
import Film from "lucide-react/icons/film";
import Music from "lucide-react/icons/music";
import RotateCw from "lucide-react/icons/rotate-cw";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { readDraft, writeDraft } from "../draft-store";
import type { Attachment } from "./attachment";
import { sayBytes } from "./say-bytes";
import { removeFile, setSticker, tryAgain } from "./tray-store";
import { useAttachmentNote } from "./use-attachment-note";

type Props = { conversation: VersionedConversation; attachment: Attachment };

/** One chosen file: what it is, how far it is, what is wrong with it, and how to be rid of it. */
export function AttachmentRow({ conversation, attachment }: Props) {
  const t = useTranslations("attachments");
  const { locale } = useReader();
  const { text, isProblem } = useAttachmentNote(conversation, attachment);
  const { id, file, state, isSending, progress, isSticker, caption } = attachment;
  const name = attachment.isVoice ? t("voiceNote") : file.name;
  const isUnderWay = state === "uploading" || (isSending && state === "ready");
  const canBeSticker =
    conversation.channel === "whatsapp" && !isSending && /^image\/(png|webp|gif)$/.test(file.type);

  function remove() {
    const removed = removeFile(conversation.id, id);
    if (removed?.caption && readDraft(conversation.id) === "") writeDraft(conversation.id, removed.caption);
  }

  return (
    <li
      aria-label={name}
      className="flex items-center gap-2 rounded-control bg-surface-sunken py-1 ps-1 pe-1"
    >
      <Preview attachment={attachment} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-sm">
          <bdi className="truncate">{name}</bdi>
          <span className="tabular shrink-0 text-xs text-text-muted">{sayBytes(file.size, locale)}</span>
        </p>
        {text ? (
          <p
            role={isProblem ? "alert" : undefined}
            className={isProblem ? "text-xs text-danger" : "text-xs text-text-muted"}
          >
            {text}
          </p>
        ) : null}
        {caption && isSending ? (
          <p dir="auto" className="truncate text-xs text-text-muted">
            {caption}
          </p>
        ) : null}
        {isUnderWay ? (
          <progress
            aria-label={t("progressOf", { name })}
            max={1}
            value={state === "uploading" ? progress : undefined}
            className="block h-1 w-full appearance-none overflow-hidden rounded-full bg-border [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-border [&::-webkit-progress-value]:bg-accent"
          />
        ) : null}
      </div>
      {canBeSticker ? (
        <Button
          size="sm"
          variant="ghost"
          aria-pressed={isSticker}
          onClick={() => setSticker(conversation.id, id, !isSticker)}
        >
          {t("asSticker")}
        </Button>
      ) : null}
      {state === "broken" ? (
        <IconButton
          label={t("tryAgain", { name })}
          icon={<RotateCw size={16} aria-hidden />}
          onClick={() => tryAgain(conversation.id, id)}
        />
      ) : null}
      {isSending && state === "ready" ? null : (
        <IconButton label={t("remove", { name })} icon={<X size={16} aria-hidden />} onClick={remove} />
      )}
    </li>
  );
}

function Preview({ attachment: { previewUrl, kind, file } }: Pick<Props, "attachment">) {
  if (previewUrl && file.type.startsWith("image/")) {
    // biome-ignore lint/performance/noImgElement: a local blob that no server can make smaller
    return <img src={previewUrl} alt="" className="size-10 shrink-0 rounded-control object-cover" />;
  }
  const Icon = kind === "video" ? Film : kind === "audio" ? Music : FileText;
  return (
    <span className="flex size-10 shrink-0 items-center justify-center rounded-control bg-surface-raised text-text-muted">
      <Icon size={18} aria-hidden />
    </span>
  );
}
