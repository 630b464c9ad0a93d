"use client";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Square from "lucide-react/icons/square";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { sayDuration } from "@/components/thread/media/say-duration";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { sendAttachments } from "../attachments/send-attachments";
import { addFiles, readTray } from "../attachments/tray-store";
import { LevelMeter } from "./level-meter";
import { openRecorder } from "./recorder-state";
import { useRecorderMachine } from "./use-recorder-machine";

type Props = { conversation: VersionedConversation; replyToMessageId: string | null; onSent: () => void };

const nothingElse = { texts: [], sendText: () => undefined };

/** Records a voice note: pause, stop, listen to it, send it or throw it away. */
export function Recorder({ conversation, replyToMessageId, onSent }: Props) {
  const t = useTranslations("attachments.recorder");
  const { state, elapsedMs, stop, level, togglePause } = useRecorderMachine(conversation.channel);
  const stopButton = useRef<HTMLButtonElement>(null);
  const close = () => openRecorder(conversation.id, false);

  const { step } = state;
  useEffect(() => {
    if (step === "recording") stopButton.current?.focus();
  }, [step]);

  function send() {
    if (state.step !== "recorded") return;
    addFiles(conversation, [state.file], { isVoice: true });
    const added = readTray(conversation.id).at(-1);
    if (added) void sendAttachments(conversation, [added.id], { ...nothingElse, replyToMessageId });
    onSent();
    close();
  }

  return (
    <fieldset
      aria-label={t("label")}
      className="m-0 flex min-h-12 items-center gap-2 border-b border-border px-2 py-1.5"
    >
      {content()}
      <IconButton label={t("discard")} side="top" icon={<X size={16} aria-hidden />} onClick={close} />
    </fieldset>
  );

  function content() {
    if (state.step === "problem") {
      return (
        <p role="alert" className="min-w-0 flex-1 px-1 text-sm text-danger">
          {t(`problems.${state.problem}`)}
        </p>
      );
    }
    if (state.step === "recorded") {
      return (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: what was just said has no captions */}
          <audio controls src={state.url} aria-label={t("listen")} className="h-9 min-w-0 flex-1" />
          <Button variant="primary" size="sm" onClick={send}>
            {t("send")}
          </Button>
        </>
      );
    }
    if (state.step === "asking") {
      return (
        <p role="status" className="min-w-0 flex-1 px-1 text-sm text-text-muted">
          {t("asking")}
        </p>
      );
    }
    return (
      <>
        <span
          aria-hidden
          className={
            state.isPaused ? "size-2 rounded-full bg-border-strong" : "size-2 rounded-full bg-danger"
          }
        />
        <span role="timer" className="tabular w-10 shrink-0 text-sm">
          {sayDuration(elapsedMs)}
        </span>
        <LevelMeter level={state.isPaused ? () => 0 : level} label={t("level")} />
        <IconButton
          label={t(state.isPaused ? "resume" : "pause")}
          side="top"
          icon={state.isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
          onClick={togglePause}
        />
        <button
          ref={stopButton}
          type="button"
          className="inline-flex h-7 items-center gap-1.5 rounded-control border border-border bg-surface-raised px-2 text-sm font-medium max-wide:min-h-11"
          onClick={() => void stop()}
        >
          <Square size={12} aria-hidden />
          {t("stop")}
        </button>
      </>
    );
  }
}
