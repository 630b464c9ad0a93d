import { env } from "@/lib/env";

/** Ends this process when its environment is bad, with a message that names every bad variable and no stack. */
export function refuseBadEnvironment(): void {
  try {
    refuseLostFolder();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** A server that was started around the supervisor must not write to Google what belongs into the folder. */
function refuseLostFolder(): void {
  const { PARLEY_DATA, FIRESTORE_EMULATOR_HOST } = env();
  if (!PARLEY_DATA || FIRESTORE_EMULATOR_HOST) return;
  throw new Error(
    "PARLEY_DATA is set, but no store runs on it. Start with `npm start` (in the image: node start.mjs).",
  );
}
