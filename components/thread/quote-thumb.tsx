"use client";
import { useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { paths } from "@/lib/paths";

/** A small picture of a quoted photo, video or sticker; nothing where there is none. */
export function QuoteThumb({ message }: { message: ThreadMessage }) {
  const [isBroken, setIsBroken] = useState(false);
  const { content, revokedAt, version, conversationId, id } = message;
  const isVisual = content.kind === "image" || content.kind === "video" || content.kind === "sticker";
  const isReady = isVisual && content.media[0]?.file?.state === "ready";
  if (!isReady || isBroken || revokedAt !== null || version === 0) return null;
  return (
    // biome-ignore lint/performance/noImgElement: our own disk gives small copies, behind the session
    <img
      src={paths.media(conversationId, id, "0", { size: "thumb" })}
      alt=""
      width={36}
      height={36}
      loading="lazy"
      onError={() => setIsBroken(true)}
      className="size-9 shrink-0 rounded object-cover"
    />
  );
}
