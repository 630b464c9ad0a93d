import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MediaFailure, MediaFile } from "@/lib/domain/media";
import type { MessageMedia } from "@/lib/domain/message-content";

/** A file of a message as the thread shows it. */
export type Shown = {
  /**
   * `sending`: ours, and the server does not have the message yet; `uncopied`: from before there were copies;
   * `nothing`: Meta told of a file and gave none.
   */
  state: MediaFile["state"] | "sending" | "uncopied" | "nothing";
  file: MediaFile | null;
  failure: MediaFailure | null;
  mimeType: string | null;
};

/** How a file of a message stands. Pure. */
export function shownMedia(
  message: Pick<ThreadMessage, "version">,
  media: MessageMedia | null | undefined,
): Shown {
  if (!media) return { state: "nothing", file: null, failure: null, mimeType: null };
  const file = media.file ?? null;
  const mimeType = file?.mimeType ?? media.mimeType;
  if (message.version === 0) return { state: "sending", file, failure: null, mimeType };
  return { state: file?.state ?? "uncopied", file, failure: file?.failure ?? null, mimeType };
}

/** "PDF" of "application/pdf", "DOCX" of a file name; null for types whose name says nothing to people. Pure. */
export function typeName(mimeType: string | null, filename: string | null = null): string | null {
  const extension = /\.([a-z0-9]{2,5})$/i.exec(filename ?? "")?.[1];
  const subtype = mimeType?.split("/")[1]?.split(";")[0];
  const name = extension ?? subtype;
  return name && /^[a-z0-9]{2,5}$/i.test(name) ? name.toUpperCase() : null;
}
