import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageMedia } from "@/lib/domain/message-content";

/** A picture of the thread, by its message and its place in it. */
export type PictureRef = { messageId: string; slot: string };
export type ShownPicture = {
  message: ThreadMessage;
  slot: string;
  width: number | null;
  height: number | null;
};

/**
 * Every picture of the loaded thread that is on our disk, in reading order. Those of removed messages are left out,
 * but for the one that was asked for. Pure.
 */
export function picturesOf(
  messages: readonly ThreadMessage[],
  askedId: string | null = null,
): ShownPicture[] {
  return messages
    .filter((message) => message.version > 0 && (message.revokedAt === null || message.id === askedId))
    .flatMap((message) =>
      filesOf(message)
        .filter(([, media]) => isPicture(media))
        .map(([slot, media]) => ({
          message,
          slot,
          width: media.file?.width ?? null,
          height: media.file?.height ?? null,
        })),
    );
}

/** Whether a file can be shown as a picture now. Pure. */
export function isPicture(media: MessageMedia | undefined): boolean {
  const type = media?.file?.mimeType ?? media?.mimeType;
  return media?.file?.state === "ready" && (type?.startsWith("image/") ?? false);
}

function filesOf({ content, replyTo }: ThreadMessage): [string, MessageMedia][] {
  const story = replyTo?.story?.media;
  const files: [string, MessageMedia][] = story ? [["story", story]] : [];
  if (content.kind === "image" || content.kind === "share" || content.kind === "story_mention") {
    for (const [index, media] of (content.media ?? []).entries()) files.push([String(index), media]);
  }
  return files;
}
