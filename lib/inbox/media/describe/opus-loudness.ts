import { setImmediate } from "node:timers/promises";
import { OpusDecoder } from "opus-decoder";

/** Frames decoded in one go, a second of sound: other work of the process comes in between. */
const BATCH = 50;

/**
 * The loudness of each packet of an Opus sound, as the root mean square of its samples (0 to 1). Null when the
 * decoder cannot make sense of it.
 */
export async function opusLoudness(
  packets: AsyncIterable<{ data: Uint8Array }>,
  channels: number,
): Promise<number[] | null> {
  const decoder = new OpusDecoder({ channels: channels === 1 ? 1 : 2, sampleRate: 8000 });
  await decoder.ready;
  try {
    const loudness: number[] = [];
    let decoded = 0;
    for await (const { data } of packets) {
      const { channelData, samplesDecoded } = decoder.decodeFrame(data);
      loudness.push(rms(channelData[0], samplesDecoded));
      decoded += samplesDecoded;
      if (loudness.length % BATCH === 0) await setImmediate();
    }
    return decoded > 0 ? loudness : null;
  } finally {
    decoder.free();
  }
}

function rms(samples: Float32Array | undefined, count: number): number {
  if (!samples || count === 0) return 0;
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (samples[at] ?? 0) ** 2;
  return Math.sqrt(sum / count);
}
