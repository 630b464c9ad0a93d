import type { MediaConversion, MediaKind, MediaVerdict } from "@/lib/channels/media-rules";
import type { PublicUpload } from "@/lib/domain/public-upload";

export type Refusal = Pick<
  Extract<MediaVerdict, { ok: false }>,
  "reason" | "kind" | "limitBytes" | "accepted"
>;

/** A file that somebody chose for a conversation, from choosing it until the server has its message. */
export type Attachment = {
  id: string;
  /** The id its message will have: trying again never sends twice. */
  messageId: string;
  file: File;
  kind: MediaKind | null;
  isVoice: boolean;
  isSticker: boolean;
  conversion: MediaConversion | null;
  /** The browser's own link to a picture or a sound. */
  previewUrl: string | null;
  /** `refused`: the channel does not take it. `broken`: the upload or the message did not get through. */
  state: "waiting" | "uploading" | "ready" | "refused" | "broken";
  /** Send was pressed: it goes out as soon as its turn has come. */
  isSending: boolean;
  /** 0 to 1. */
  progress: number;
  refusal: Refusal | null;
  /** Of `broken`: a key of `errors` in the message catalogue. */
  errorCode: string | null;
  upload: PublicUpload | null;
  caption: string | null;
  replyToMessageId: string | null;
};
