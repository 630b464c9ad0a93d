import { env } from "@/lib/env";

/** Ends this process when its environment is bad, with a message that names every bad variable and no stack. */
export function refuseBadEnvironment(): void {
  try {
    env();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
