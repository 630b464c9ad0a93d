"use client";
import { lazy, type RefObject, Suspense } from "react";
import { useHydrated } from "@/components/app-shell/use-hydrated";
import type { VersionedConversation } from "@/lib/domain/live-event";

const Tray = lazy(async () => ({ default: (await import("./tray")).Tray }));
const Buttons = lazy(async () => ({ default: (await import("./buttons")).Buttons }));

type Props = {
  conversation: VersionedConversation;
  field: RefObject<HTMLTextAreaElement | null>;
  replyToMessageId: string | null;
  /** A voice note that answers went out. */
  onSent: () => void;
};

/** Above the text field: the files that are chosen, and the recorder. Fetched once the page is alive. */
export function AttachmentTray(props: Props) {
  if (!useHydrated()) return null;
  return (
    <Suspense>
      <Tray {...props} />
    </Suspense>
  );
}

/** The paperclip and the microphone; their place is kept until they are there. */
export function AttachButtons({ conversation }: Pick<Props, "conversation">) {
  const isAlive = useHydrated();
  const place = <span aria-hidden className="w-16 shrink-0 max-wide:w-22" />;
  if (!isAlive) return place;
  return (
    <Suspense fallback={place}>
      <Buttons conversation={conversation} />
    </Suspense>
  );
}
