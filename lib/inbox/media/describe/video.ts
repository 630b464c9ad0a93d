import { type Known, nothingKnown } from "./known";
import { durationMsOf, withMedia } from "./open-media";

/** Size as it is shown (turned) and length. There is no thumbnail: that would need a decoder. */
export function describeVideo(path: string): Promise<Known> {
  return withMedia(path, async (input) => {
    const track = await input.getPrimaryVideoTrack();
    return {
      ...nothingKnown,
      width: track ? await track.getDisplayWidth() : null,
      height: track ? await track.getDisplayHeight() : null,
      durationMs: await durationMsOf(input),
    };
  });
}
