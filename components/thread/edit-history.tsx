"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useReader } from "@/components/app-shell/use-reader";
import { secondTime } from "@/components/inbox/say-time";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { RichText } from "./rich-text-view";

type Props = {
  message: ThreadMessage;
  anchor: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The earlier texts of a message, newest first, each with the time it was written. */
export function EditHistory({ message, anchor, isOpen, onOpenChange }: Props) {
  const t = useTranslations("thread");
  const reader = useReader();
  const earlier = message.edits.toReversed();
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" align="end" sideOffset={6} className="z-40">
          <Popover.Popup
            finalFocus={anchor}
            className="max-h-[min(24rem,var(--available-height))] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-border bg-surface-raised p-3 text-sm text-text shadow-float transition-opacity duration-120 ease-out data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            <Popover.Title className="font-semibold">{t("editsTitle")}</Popover.Title>
            <p className="text-xs text-text-muted">
              {message.editedAt === null
                ? null
                : t("editedAt", { time: secondTime(message.editedAt, reader) })}
            </p>
            <ol className="mt-2 flex flex-col gap-2">
              {earlier.map(({ text, at }) => (
                <li key={`${at} ${text}`} className="border-t border-border pt-2">
                  <time dateTime={new Date(at).toISOString()} className="text-xs text-text-muted">
                    {secondTime(at, reader)}
                  </time>
                  {text ? (
                    <RichText text={text} channel={message.channel} />
                  ) : (
                    <p className="text-text-muted">{t("editNoText")}</p>
                  )}
                </li>
              ))}
            </ol>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
