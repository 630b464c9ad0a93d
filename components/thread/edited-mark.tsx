"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useRef, useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";

const load = () => import("./edit-history");
const EditHistory = lazy(async () => ({ default: (await load()).EditHistory }));

/** "edited": a press shows the earlier texts. */
export function EditedMark({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const anchor = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const [isOpen, setIsOpen] = useState(false);
  const [isLoaded, setIsLoaded] = useState(false);
  if (message.edits.length === 0) return <span>{t("edited")}</span>;

  async function open() {
    await load();
    setIsLoaded(true);
    setIsOpen(true);
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${t("edited")}: ${t("showEdits")}`}
        title={t("showEdits")}
        // A press outside has closed an open popover before this click comes.
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          if (!wasOpen.current) open().catch(() => undefined);
          wasOpen.current = false;
        }}
        className="rounded underline decoration-dotted underline-offset-2"
      >
        {t("edited")}
      </button>
      {isLoaded ? (
        <Suspense>
          <EditHistory message={message} anchor={anchor} isOpen={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
