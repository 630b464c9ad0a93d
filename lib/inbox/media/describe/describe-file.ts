import { log } from "@/lib/log";
import { type Known, nothingKnown } from "./known";
import { withMedia } from "./open-media";
import { describePicture } from "./picture";
import { sniffFile } from "./sniff";
import { describeSound } from "./sound";
import { describeVideo } from "./video";

/**
 * What a file of this machine is, from its bytes, with what a thread needs to show it. A file that no tool
 * understands is still a file: only its type is known then. Never throws for what is in the file.
 */
export async function describeFile(
  path: string,
  claimedType: string | null,
): Promise<Known & { mimeType: string }> {
  const mimeType = await withoutPictures(path, await sniffFile(path, claimedType));
  try {
    return { mimeType, ...(await lookInside(path, mimeType)) };
  } catch (error) {
    log.info({ mimeType, reason: error instanceof Error ? error.name : "unknown" }, "media not described");
    return { mimeType, ...nothingKnown };
  }
}

function lookInside(path: string, mimeType: string): Promise<Known> | Known {
  if (mimeType === "image/svg+xml") return nothingKnown;
  if (mimeType.startsWith("image/")) return describePicture(path);
  if (mimeType.startsWith("video/")) return describeVideo(path);
  if (mimeType.startsWith("audio/")) return describeSound(path, mimeType);
  return nothingKnown;
}

/** Instagram's voice notes come as video files that hold no video. */
async function withoutPictures(path: string, mimeType: string): Promise<string> {
  if (mimeType !== "video/mp4" && mimeType !== "video/webm") return mimeType;
  const isSound = await withMedia(path, async (input) => {
    const hasVideo = (await input.getPrimaryVideoTrack()) !== null;
    return !hasVideo && (await input.getPrimaryAudioTrack()) !== null;
  }).catch(() => false);
  return isSound ? mimeType.replace("video/", "audio/") : mimeType;
}
