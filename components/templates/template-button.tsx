"use client";
import LayoutTemplate from "lucide-react/icons/layout-template";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { useTemplateRequests } from "./template-requests";

const load = () => import("./template-dialog");
const TemplateDialog = lazy(async () => ({ default: (await load()).TemplateDialog }));

type Props = {
  conversation: VersionedConversation;
  /** What was written; it becomes the value of the only or first variable. */
  draft: string;
  /** The message is queued. `usedDraft`: the draft went with it and can go. */
  onSent: (usedDraft: boolean) => void;
  /** A button with words, for when nothing but a template may be sent. */
  isProminent?: boolean;
};

/** Opens the template picker, which is fetched when it is wanted. Nothing on Instagram, which has no templates. */
export function TemplateButton({ conversation, draft, onSent, isProminent = false }: Props) {
  const t = useTranslations("templates");
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  /** Words that somebody asked to send in place of the draft. */
  const [text, setText] = useState<string | null>(null);
  const isWhatsApp = conversation.channel === "whatsapp";
  const preload = () => void load().catch(() => undefined);
  useShortcuts(isWhatsApp ? { t: () => open(null) } : {});
  useTemplateRequests(conversation.id, open);
  if (!isWhatsApp) return null;

  function open(words: string | null) {
    setText(words);
    setIsWanted(true);
    setIsOpen(true);
  }

  return (
    <>
      {isProminent ? (
        <Button
          variant="primary"
          size="sm"
          onClick={() => open(null)}
          onPointerEnter={preload}
          onFocus={preload}
        >
          {t("open")}
          <span className="max-wide:hidden">
            <Kbd>t</Kbd>
          </span>
        </Button>
      ) : (
        <IconButton
          label={t("open")}
          shortcut="t"
          side="top"
          icon={<LayoutTemplate size={16} aria-hidden />}
          onClick={() => open(null)}
          onPointerEnter={preload}
          onFocus={preload}
        />
      )}
      {isWanted ? (
        <Suspense>
          <TemplateDialog
            conversation={conversation}
            draft={text ?? draft}
            isOpen={isOpen}
            onOpenChange={setIsOpen}
            onSent={(usedDraft) => onSent(usedDraft && text === null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
