import type { MediaFile } from "@/lib/domain/media";

/** What a thread needs of a file to show it. */
export type Known = Pick<MediaFile, "width" | "height" | "durationMs" | "wave"> & {
  /** A small WebP picture. */
  thumb: Uint8Array | null;
  /** The same sound in a container that Safari plays. */
  play: Uint8Array | null;
};

export const nothingKnown: Known = {
  width: null,
  height: null,
  durationMs: null,
  wave: null,
  thumb: null,
  play: null,
};
