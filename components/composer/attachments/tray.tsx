"use client";
import { useTranslations } from "next-intl";
import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { useDraft } from "../use-draft";
import { openRecorder, useRecorder } from "../voice/recorder-state";
import type { Attachment } from "./attachment";
import { AttachmentRow } from "./attachment-row";
import { takesCaption } from "./send-attachments";
import { addFiles, useTray } from "./tray-store";
import { useDrop } from "./use-drop";

const Recorder = lazy(async () => ({ default: (await import("../voice/recorder")).Recorder }));

type Props = {
  conversation: VersionedConversation;
  field: RefObject<HTMLTextAreaElement | null>;
  replyToMessageId: string | null;
  onSent: () => void;
};

/** The files that go out with the next Send, and what becomes of each. */
export function Tray({ conversation, field, replyToMessageId, onSent }: Props) {
  const t = useTranslations("attachments");
  const tray = useTray(conversation.id);
  const isRecording = useRecorder(conversation.id);
  const [tooMany, setTooMany] = useState(0);
  const over = useDrop(field, (files) => {
    setTooMany(addFiles(conversation, files));
    field.current?.focus();
  });
  // A recording does not go on behind another conversation.
  useEffect(() => () => openRecorder(conversation.id, false), [conversation.id]);
  // What needs a decision must not hide below the edge of a long list.
  const shown = tray.toSorted((a, b) => rank(a) - rank(b));
  const [draft] = useDraft(conversation.id);
  const waiting = tray.filter((one) => !one.isSending && one.state !== "refused");

  return (
    <>
      {over ? (
        <div
          aria-hidden
          style={{ top: over.top, left: over.left, width: over.width, height: over.height }}
          className="pointer-events-none fixed z-30 flex items-center justify-center rounded-bubble border-2 border-dashed border-accent bg-accent-soft/85 text-lg font-medium text-accent"
        >
          {t("drop")}
        </div>
      ) : null}
      {tray.length > 0 ? (
        <div className="border-b border-border px-2 py-1.5">
          <ul aria-label={t("list")} className="max-h-64 scroll-quiet space-y-1 overflow-y-auto">
            {shown.map((attachment) => (
              <AttachmentRow key={attachment.id} conversation={conversation} attachment={attachment} />
            ))}
          </ul>
          {waiting.length > 0 ? <p className="px-1 pt-1 text-xs text-text-muted">{words()}</p> : null}
        </div>
      ) : null}
      <p role="status" className={tooMany > 0 ? "px-3 py-1 text-xs text-danger" : "sr-only"}>
        {tooMany > 0 ? t("tooMany", { count: tooMany }) : t("status", { count: tray.length })}
      </p>
      {isRecording ? (
        <Suspense>
          <Recorder conversation={conversation} replyToMessageId={replyToMessageId} onSent={onSent} />
        </Suspense>
      ) : null}
    </>
  );

  function words(): string {
    const first = waiting[0] ?? null;
    if (takesCaption(conversation.channel, first, [draft.trim()])) return t("wordsAsCaption");
    return takesCaption(conversation.channel, first, [""]) ? t("wordsTooLong") : t("wordsAfter");
  }
}

function rank({ state }: Attachment): number {
  return state === "refused" || state === "broken" ? 0 : 1;
}
