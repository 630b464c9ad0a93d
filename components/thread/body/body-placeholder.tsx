import { Skeleton } from "@/components/ui/skeleton";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageKind } from "@/lib/domain/message";
import { frameSize } from "../media/frame-size";

const heights: Partial<Record<MessageKind, number>> = {
  audio: 48,
  document: 44,
  sticker: 160,
  location: 220,
  contacts: 80,
  order: 110,
  form: 110,
  share: 80,
  story_mention: 180,
};

/** Keeps the place of a body whose code is on its way. */
export function BodyPlaceholder({ message }: { message: ThreadMessage }) {
  const { content } = message;
  if (content.kind === "image" || content.kind === "video") {
    const { width, height } = frameSize(content.media[0]?.file);
    return <Box width={width} height={height} />;
  }
  return <Box width={260} height={heights[content.kind] ?? 40} />;
}

function Box({ width, height }: { width: number; height: number }) {
  return (
    <div style={{ width, aspectRatio: `${width} / ${height}` }} className="max-w-full">
      <Skeleton className="h-full w-full" />
    </div>
  );
}
