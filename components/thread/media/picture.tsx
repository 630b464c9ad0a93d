"use client";
import { useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";
import { useThreadContext } from "../thread-context";
import { MediaNote } from "./media-note";
import type { Shown } from "./media-of";

type Props = {
  message: ThreadMessage;
  slot: string;
  shown: Shown;
  what: string;
  /** "Photo from Amara, 12:04". */
  label: string;
  width: number;
  height: number;
  className?: string;
};

/** A picture that opens large. Its place is kept before it loads; without a small copy the whole one is shown. */
export function Picture({ message, slot, shown, what, label, width, height, className = "" }: Props) {
  const { showPicture } = useThreadContext();
  const [source, setSource] = useState<"thumb" | "full" | "none">("thumb");
  const place = { width, aspectRatio: `${width} / ${height}` };
  if (shown.state !== "ready" || source === "none") {
    return (
      <MediaNote
        message={message}
        slot={slot}
        shown={shown}
        what={what}
        style={place}
        className={className}
      />
    );
  }
  const size = source === "thumb" ? ("thumb" as const) : undefined;
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      onClick={() => showPicture({ messageId: message.id, slot })}
      style={place}
      className={`block max-w-full cursor-zoom-in overflow-hidden rounded-lg bg-surface/60 ${className}`}
    >
      {/* biome-ignore lint/performance/noImgElement: our own disk gives small copies, behind the session */}
      <img
        src={paths.media(message.conversationId, message.id, slot, { size })}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setSource(source === "thumb" ? "full" : "none")}
        className="h-full w-full object-cover"
      />
    </button>
  );
}
