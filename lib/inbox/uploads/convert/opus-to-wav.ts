import { setImmediate } from "node:timers/promises";
import { EncodedPacketSink, type InputAudioTrack } from "mediabunny";
import { OpusDecoder } from "opus-decoder";

/** Enough for a voice, and a quarter of an hour still fits into Instagram's 25 MB. */
const SAMPLE_RATE = 12_000;
const BATCH = 50;

/** An Opus track as WAV, 16 bit mono. Null when nothing in it can be decoded. */
export async function opusToWav(track: InputAudioTrack): Promise<Uint8Array | null> {
  const decoder = new OpusDecoder({ channels: 1, sampleRate: SAMPLE_RATE });
  await decoder.ready;
  try {
    const parts: Buffer[] = [];
    let count = 0;
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      const { channelData, samplesDecoded } = decoder.decodeFrame(data);
      parts.push(samplesOf(channelData[0], samplesDecoded));
      count += 1;
      if (count % BATCH === 0) await setImmediate();
    }
    const samples = Buffer.concat(parts);
    return samples.length === 0 ? null : Buffer.concat([headOf(samples.length), samples]);
  } finally {
    decoder.free();
  }
}

function samplesOf(decoded: Float32Array | undefined, count: number): Buffer {
  const samples = Buffer.alloc(count * 2);
  for (let at = 0; at < count; at += 1) {
    const value = Math.max(-1, Math.min(1, decoded?.[at] ?? 0));
    samples.writeInt16LE(Math.round(value * 32_767), at * 2);
  }
  return samples;
}

/** The 44 bytes of a RIFF header for PCM. */
function headOf(dataBytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + dataBytes, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(SAMPLE_RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(dataBytes, 40);
  return head;
}
