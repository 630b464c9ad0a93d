import type { ChannelType } from "@/lib/domain/channel";

/** Why nothing can be recorded: keys of `attachments.recorder.problems` in the message catalogue. */
export type RecordingProblem = "refused" | "none" | "busy" | "insecure" | "unsupported";

export type Recording = {
  pause(): void;
  resume(): void;
  /** Ends it; gives the file. */
  stop(): Promise<File>;
  /** Ends it and lets the microphone go. */
  cancel(): void;
  /** How loud it is now, 0 to 1. */
  level(): number;
};

/** Speech in mono: half a megabyte, up to which WhatsApp shows a play icon, is three minutes. */
const BITS_PER_SECOND = 22_000;
const wanted: Record<ChannelType, string[]> = {
  whatsapp: ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"],
  instagram: ["audio/mp4;codecs=mp4a.40.2", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"],
};

/** Asks for the microphone and starts. Gives a problem when there is none to have. */
export async function startRecording(channel: ChannelType): Promise<Recording | RecordingProblem> {
  if (!window.isSecureContext || !navigator.mediaDevices) return "insecure";
  const mimeType = wanted[channel].find((type) => window.MediaRecorder?.isTypeSupported(type));
  if (!mimeType) return "unsupported";
  let microphone: MediaStream;
  try {
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true };
    microphone = await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    return problemOf(error);
  }
  const context = new AudioContext();
  await context.resume();
  const source = context.createMediaStreamSource(microphone);
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  // Whatever the microphone gives, what is recorded has one channel: WhatsApp takes nothing else.
  const mono = new MediaStreamAudioDestinationNode(context, {
    channelCount: 1,
    channelCountMode: "explicit",
  });
  source.connect(analyser);
  source.connect(mono);
  const recorder = new MediaRecorder(mono.stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void chunks.push(data);
  recorder.start(1_000);
  return recordingOf({ recorder, analyser, chunks, letGo });

  function letGo(): void {
    for (const track of microphone.getTracks()) track.stop();
    void context.close();
  }
}

function recordingOf({
  recorder,
  analyser,
  chunks,
  letGo,
}: {
  recorder: MediaRecorder;
  analyser: AnalyserNode;
  chunks: Blob[];
  letGo: () => void;
}): Recording {
  const samples = new Float32Array(analyser.fftSize);
  return {
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    cancel() {
      if (recorder.state !== "inactive") recorder.stop();
      letGo();
    },
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          letGo();
          const type = recorder.mimeType.split(";")[0] ?? "audio/webm";
          resolve(new File(chunks, `voice-note.${endingOf(type)}`, { type }));
        };
        recorder.stop();
      }),
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 4);
    },
  };
}

function problemOf(error: unknown): RecordingProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "busy";
}

function endingOf(type: string): string {
  if (type === "audio/mp4") return "m4a";
  return type === "audio/ogg" ? "ogg" : "webm";
}
