"use client";
import Paperclip from "lucide-react/icons/paperclip";
import X from "lucide-react/icons/x";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { TemplateMedia } from "@/lib/domain/template";
import {
  acceptedBy,
  type PickedFile,
  type UploadRefused,
  type UploadTarget,
  uploadHeader,
} from "./upload-header";

type Props = {
  name: string;
  label: string;
  kind: TemplateMedia;
  file: PickedFile | null;
  error: string | null;
  uploadsTo: UploadTarget;
  onFile: (file: PickedFile | null) => void;
};

/** The file of a media header: chosen, put here at once, taken away again. */
export function HeaderFile({ name, label, kind, file, error, uploadsTo, onFile }: Props) {
  const t = useTranslations("templates");
  const tErrors = useTranslations("errors");
  const tRefused = useTranslations("attachments.refused");
  const tInbox = useTranslations("inbox.channel");
  const format = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<{ isBusy: boolean; failure: string | null }>({
    isBusy: false,
    failure: null,
  });

  async function upload(chosen: File) {
    running.current = new AbortController();
    setState({ isBusy: true, failure: null });
    const answer = await uploadHeader(chosen, kind, uploadsTo, running.current.signal);
    setState({ isBusy: false, failure: answer.ok || answer.code === "cancelled" ? null : wordsOf(answer) });
    if (answer.ok) onFile(answer.file);
  }

  function wordsOf({ code, reason, limitBytes }: UploadRefused): string {
    const channel = tInbox("whatsapp");
    if (reason === "film" || reason === "unreadable" || reason === "empty")
      return tRefused(reason, { channel });
    if (code === "media_not_accepted" && limitBytes !== null) {
      const megabytes = format.number(limitBytes / 1024 / 1024, { maximumFractionDigits: 1 });
      return t("fileTooLarge", { limit: megabytes });
    }
    if (code === "media_not_accepted") return t(`fileRefused.${kind}`);
    return tErrors.has(code) ? tErrors(code) : tErrors("internal");
  }

  const wrong = state.failure ?? error;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex items-center gap-2">
        <Button
          name={name}
          isBusy={state.isBusy}
          aria-invalid={wrong !== null || undefined}
          aria-label={`${label}: ${file ? file.name : t("chooseFile")}`}
          onClick={() => input.current?.click()}
        >
          <Paperclip size={14} aria-hidden />
          <span className="max-w-52 truncate">{file ? file.name : t("chooseFile")}</span>
        </Button>
        {state.isBusy ? (
          <>
            <span role="status" className="text-sm text-text-muted">
              {t("uploading")}
            </span>
            <Button variant="ghost" size="sm" onClick={() => running.current?.abort()}>
              {t("cancelUpload")}
            </Button>
          </>
        ) : null}
        {file && !state.isBusy ? (
          <IconButton
            label={t("removeFile")}
            icon={<X size={16} aria-hidden />}
            onClick={() => onFile(null)}
          />
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-hidden
        data-header-file={name}
        accept={acceptedBy[kind]}
        className="hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) void upload(chosen);
        }}
      />
      <p className="text-sm text-text-muted">{t(`fileHint.${kind}`)}</p>
      {wrong ? <p className="text-sm text-danger">{wrong}</p> : null}
    </div>
  );
}
