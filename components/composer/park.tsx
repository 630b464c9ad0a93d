"use client";
import Hourglass from "lucide-react/icons/hourglass";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { parkTextAction } from "@/lib/actions/messages";
import { measureText } from "@/lib/channels/limits";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { TextCount } from "./text-count";

type Props = {
  conversation: VersionedConversation;
  name: string;
  draft: string;
  onDraft: (text: string) => void;
};

/** A text for when the customer writes again: it then goes out once, by itself. */
export function Park({ conversation, name, draft, onDraft }: Props) {
  const t = useTranslations("composer.park");
  const { state, park } = usePark(conversation.id);
  const { parked } = conversation;
  const measure = measureText(conversation.channel, draft);
  const canPark = draft.trim() !== "" && measure.length <= measure.limit;
  return (
    <div className="mt-2 flex flex-col gap-2">
      {parked ? waiting(parked.text) : null}
      <textarea
        rows={1}
        dir="auto"
        value={draft}
        aria-label={t("label", { name })}
        placeholder={t("placeholder", { name })}
        onChange={(event) => onDraft(event.target.value)}
        className="field-sizing-content max-h-40 min-h-10 w-full resize-none scroll-quiet rounded-control border border-border-strong bg-surface-raised px-3 py-2 text-base max-wide:text-lg"
      />
      {draft.trim() === "" ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            size="sm"
            isBusy={state === "busy"}
            aria-disabled={!canPark || undefined}
            onClick={() => void add()}
          >
            {t(parked ? "replace" : "park", { name })}
          </Button>
          <TextCount measure={measure} />
        </div>
      )}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {state === "failed" ? t("failed") : null}
      </p>
    </div>
  );

  async function add() {
    if (canPark && (await park(draft.trim()))) onDraft("");
  }

  function waiting(text: string) {
    return (
      <div className="flex items-start gap-2 rounded-control bg-surface-sunken px-3 py-2 text-sm">
        <Hourglass size={14} aria-hidden className="mt-0.5 shrink-0 text-text-muted" />
        <div className="min-w-0 flex-1">
          <p className="text-text-muted">{t("waits", { name, who: parked?.memberName ?? "" })}</p>
          <p dir="auto" className="break-words whitespace-pre-wrap">
            {text}
          </p>
        </div>
        <Button size="sm" variant="ghost" onClick={() => void takeBack(text)}>
          {t("takeBack")}
        </Button>
      </div>
    );
  }

  async function takeBack(text: string) {
    if ((await park(null)) && draft.trim() === "") onDraft(text);
  }
}

function usePark(conversationId: string) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function park(text: string | null): Promise<boolean> {
    setState("busy");
    const answer = await parkTextAction({ conversationId, text }).catch(() => null);
    const isDone = Boolean(answer?.data);
    setState(isDone ? "idle" : "failed");
    return isDone;
  }

  return { state, park };
}
