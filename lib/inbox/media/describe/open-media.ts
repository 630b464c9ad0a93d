import { ALL_FORMATS, FilePathSource, Input } from "mediabunny";

/** Reads a sound or video file and closes it again. What it throws is thrown on. */
export async function withMedia<T>(path: string, work: (input: Input) => Promise<T>): Promise<T> {
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    return await work(input);
  } finally {
    input.dispose();
  }
}

/** Of sound or video; null when the file does not tell. */
export async function durationMsOf(input: Input): Promise<number | null> {
  const seconds = await input.computeDuration();
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : null;
}
