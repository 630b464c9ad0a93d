"use client";
import { Dialog } from "@base-ui/react/dialog";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Download from "lucide-react/icons/download";
import X from "lucide-react/icons/x";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { arrowStep } from "@/components/ui/reading-direction";
import { paths } from "@/lib/paths";
import { useMediaLabel } from "../media/use-media-label";
import { useThreadContext } from "../thread-context";
import { LightboxButton, lightboxButtonClass } from "./lightbox-button";
import { type PictureRef, picturesOf } from "./pictures-of";
import { useZoom } from "./use-zoom";

const PAN_PX = 80;

type Props = { picture: PictureRef; onShow: (picture: PictureRef) => void; onClose: () => void };

/**
 * A picture over the page, with the others of the loaded thread before and after it. Arrows turn the page, or move
 * an enlarged picture; + and - zoom, 0 fits, Esc closes and gives the focus back.
 */
export function Lightbox({ picture, onShow, onClose }: Props) {
  const t = useTranslations("media");
  const what = useTranslations("inbox.kind")("image");
  const labelOf = useMediaLabel();
  const { messages } = useThreadContext();
  const stage = useRef<HTMLDivElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null);
  const all = picturesOf(messages, picture.messageId);
  const index = all.findIndex(
    ({ message, slot }) => message.id === picture.messageId && slot === picture.slot,
  );
  const { view, reset, zoomIn, zoomOut, pan, handlers } = useZoom(stage, turn);
  const shown = all[index];

  function turn(way: 1 | -1) {
    const next = all[index + way];
    if (!next) return;
    reset();
    onShow({ messageId: next.message.id, slot: next.slot });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const act = actionFor(event.key, arrowStep(event.key, event.currentTarget));
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function actionFor(key: string, step: 1 | -1 | 0): (() => void) | null {
    const isLarge = view.scale > 1;
    if (isLarge && step !== 0) return () => pan(key === "ArrowLeft" ? PAN_PX : -PAN_PX, 0);
    if (step !== 0) return () => turn(step);
    if (key === "ArrowUp" && isLarge) return () => pan(0, PAN_PX);
    if (key === "ArrowDown" && isLarge) return () => pan(0, -PAN_PX);
    if (key === "+" || key === "=") return zoomIn;
    if (key === "-") return zoomOut;
    return key === "0" ? reset : null;
  }

  if (!shown) return null;
  const { message, slot } = shown;
  const src = paths.media(message.conversationId, message.id, slot);
  const label = labelOf(message, what);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/95 transition-opacity duration-150 ease-out data-[starting-style]:opacity-0" />
        <Dialog.Popup
          onKeyDown={onKeyDown}
          initialFocus={closer}
          className="fixed inset-0 z-50 flex flex-col text-white outline-none"
        >
          <div className="flex h-14 shrink-0 items-center gap-1 px-3">
            <Dialog.Title className="min-w-0 flex-1 truncate text-sm">{label}</Dialog.Title>
            <p role="status" className="tabular px-2 text-sm text-white/80">
              {t("nthOf", { index: index + 1, count: all.length })}
            </p>
            <LightboxButton
              label={t("zoomOut")}
              icon={ZoomOut}
              isDisabled={view.scale <= 1}
              onClick={zoomOut}
            />
            <LightboxButton label={t("zoomIn")} icon={ZoomIn} onClick={zoomIn} />
            <a
              href={paths.media(message.conversationId, message.id, slot, { download: true })}
              download
              aria-label={t("download")}
              title={t("download")}
              className={lightboxButtonClass}
            >
              <Download size={20} aria-hidden />
            </a>
            <Dialog.Close
              ref={closer}
              aria-label={t("close")}
              title={t("close")}
              className={lightboxButtonClass}
            >
              <X size={20} aria-hidden />
            </Dialog.Close>
          </div>
          <div
            ref={stage}
            {...handlers}
            className="relative min-h-0 flex-1 touch-none overflow-hidden select-none"
            style={{ cursor: view.scale > 1 ? "grab" : "zoom-in" }}
          >
            {brokenSrc === src ? (
              <p className="flex h-full items-center justify-center p-6 text-center">
                {t("unreadable", { what })}
              </p>
            ) : (
              // biome-ignore lint/performance/noImgElement: our own disk gives small copies, behind the session
              <img
                key={src}
                src={src}
                alt={label}
                draggable={false}
                onError={() => setBrokenSrc(src)}
                className="h-full w-full object-contain"
                style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
              />
            )}
          </div>
          <LightboxButton
            label={t("previous")}
            icon={ChevronLeft}
            isDisabled={index === 0}
            onClick={() => turn(-1)}
            isMirrored
            className="absolute start-2 top-1/2 bg-black/50"
          />
          <LightboxButton
            label={t("next")}
            icon={ChevronRight}
            isDisabled={index === all.length - 1}
            onClick={() => turn(1)}
            isMirrored
            className="absolute end-2 top-1/2 bg-black/50"
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
