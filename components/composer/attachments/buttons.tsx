"use client";
import Mic from "lucide-react/icons/mic";
import Paperclip from "lucide-react/icons/paperclip";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { IconButton } from "@/components/ui/icon-button";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { openRecorder, useRecorder } from "../voice/recorder-state";
import { addFiles } from "./tray-store";

/** Chooses files, and starts a voice note. */
export function Buttons({ conversation }: { conversation: VersionedConversation }) {
  const t = useTranslations("attachments");
  const input = useRef<HTMLInputElement>(null);
  const isRecording = useRecorder(conversation.id);
  useShortcuts({ u: () => input.current?.click() });
  return (
    <span className="flex shrink-0">
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t("choose")}
        className="sr-only"
        onChange={(event) => {
          addFiles(conversation, [...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <IconButton
        label={t("attach")}
        shortcut="u"
        side="top"
        icon={<Paperclip size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      />
      <IconButton
        label={t("record")}
        side="top"
        icon={<Mic size={16} aria-hidden />}
        aria-pressed={isRecording}
        onClick={() => openRecorder(conversation.id, !isRecording)}
      />
    </span>
  );
}
