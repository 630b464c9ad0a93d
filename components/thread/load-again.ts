const TRIES = 4;
const AGAIN_MS = 1_500;

/** Fetches a chunk of code, again where the line is bad: `lazy` would remember the first failure for good. */
export async function loadAgain<T>(load: () => Promise<T>, triesLeft: number = TRIES): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return loadAgain(load, triesLeft - 1);
  }
}
