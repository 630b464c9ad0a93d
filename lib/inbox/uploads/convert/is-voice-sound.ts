import { withMedia } from "@/lib/inbox/media/describe/open-media";

/** Whether an OGG holds what WhatsApp takes in one: Opus in mono. Never throws. */
export async function isVoiceSound(path: string): Promise<boolean> {
  return withMedia(path, async (input) => {
    const track = await input.getPrimaryAudioTrack();
    return (await track?.getCodec()) === "opus" && (await track?.getNumberOfChannels()) === 1;
  }).catch(() => false);
}
