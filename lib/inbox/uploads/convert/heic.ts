import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { processWide } from "@/lib/process-wide";

/** What a HEIC holds, four bytes a pixel. */
export type Pixels = { data: Uint8Array; width: number; height: number };

const SECONDS = 45;
const MAX_PIXELS = 60_000_000;
const last = processWide("heic-worker", () => ({ turn: Promise.resolve() as Promise<unknown> }));

/**
 * Decodes the first picture of a HEIC file, in a thread of its own, as it takes seconds of computing; one at a time,
 * as each takes a few hundred megabytes. Throws on what is no HEIC, is too large, or takes too long.
 */
export function decodeHeic(path: string): Promise<Pixels> {
  const work = last.turn.then(() => inThread(path));
  last.turn = work.catch(() => undefined);
  return work;
}

async function inThread(path: string): Promise<Pixels> {
  const workerData = { path, from: join(process.cwd(), "package.json"), maxPixels: MAX_PIXELS };
  const worker = new Worker(program, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("The HEIC took too long")), SECONDS * 1000);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("The HEIC was not decoded")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Plain text, so that no bundler changes how it finds the library (see `outputFileTracingIncludes`). */
const program = `
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { parentPort, workerData } = require("node:worker_threads");
const outer = createRequire(workerData.from).resolve("heic-convert");
const decode = createRequire(outer)("heic-decode");
decode({ buffer: readFileSync(workerData.path) }).then(({ data, width, height }) => {
  if (width * height > workerData.maxPixels) throw new Error("too large");
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  parentPort.postMessage({ data: bytes, width, height }, [bytes.buffer]);
});
`;
