"use client";
import TimerOff from "lucide-react/icons/timer-off";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { clockTime, listTime } from "@/components/inbox/say-time";
import { TemplateButton } from "@/components/templates/template-button";
import { useNow } from "@/lib/client/use-now";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { Park } from "./park";
import { useDraft } from "./use-draft";

type Props = { conversation: VersionedConversation; name: string };

/** The window is closed: since when, what can still be sent, and that nothing written is lost. */
export function WindowClosed({ conversation, name }: Props) {
  const t = useTranslations("composer");
  const reader = useReader();
  const now = useNow(60_000);
  const [draft, setDraft] = useDraft(conversation.id);
  const { channel, windowEndsAt } = conversation;
  const isWhatsApp = channel === "whatsapp";

  function closedAt(at: number): string {
    const day = listTime(at, now, reader);
    const time = clockTime(at, reader);
    return day === time ? t("closed", { time }) : t("closedOn", { day, time });
  }

  return (
    <div role="status" className="flex gap-3 py-1">
      <TimerOff size={16} aria-hidden className="mt-0.5 shrink-0 text-text-muted" />
      <div className="min-w-0 flex-1">
        {windowEndsAt === null ? (
          <>
            <p className="font-medium">{t("neverOpened", { name })}</p>
            <p className="text-text-muted">
              {t(isWhatsApp ? "neverOpenedWhatsapp" : "neverOpenedInstagram")}
            </p>
          </>
        ) : (
          <>
            <p className="font-medium">{closedAt(windowEndsAt)}</p>
            <p className="text-text-muted">
              {t(isWhatsApp ? "closedWhatsapp" : "closedInstagram", { name })}
            </p>
          </>
        )}
        <Park conversation={conversation} name={name} draft={draft} onDraft={setDraft} />
        <div className="mt-2">
          <TemplateButton
            conversation={conversation}
            draft={draft}
            isProminent
            onSent={(usedDraft) => {
              if (usedDraft) setDraft("");
            }}
          />
        </div>
      </div>
    </div>
  );
}
