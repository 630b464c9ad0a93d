"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { MenuPopupProps } from "@/components/ui/menu-button";

const common = ["👍", "❤️", "😂", "😮", "😢", "🙏", "🎉", "✅"];

type Props = MenuPopupProps & { own: string | null; onChoose: (emoji: string | null) => void };

/** The emoji people use most, and a field for any other. Pressing our own takes it back. */
export function ReactionPopup({ anchor, isOpen, onOpenChange, own, onChoose }: Props) {
  const t = useTranslations("thread.react");
  const [other, setOther] = useState("");

  function choose(emoji: string) {
    onChoose(emoji === own ? null : emoji);
    onOpenChange(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (other.trim() === "") return;
    choose(other.trim());
    setOther("");
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" sideOffset={6} className="z-40">
          <Popover.Popup
            aria-label={t("choose")}
            finalFocus={anchor}
            className="flex flex-wrap items-center gap-0.5 rounded-lg border border-border bg-surface-raised p-1 shadow-float outline-none"
          >
            {common.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-label={emoji === own ? `${t("remove")}: ${emoji}` : emoji}
                aria-pressed={emoji === own}
                onClick={() => choose(emoji)}
                className="inline-flex size-8 items-center justify-center rounded-control text-lg hover:bg-surface-sunken aria-pressed:bg-surface-sunken max-wide:size-11"
              >
                {emoji}
              </button>
            ))}
            <form onSubmit={submit}>
              <input
                value={other}
                aria-label={t("other")}
                placeholder="…"
                onChange={(event) => setOther(event.target.value)}
                className="h-8 w-12 rounded-control border border-border bg-surface text-center max-wide:h-11"
              />
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
