import { after } from "next/server";
import { log } from "@/lib/log";

/** Does work once the response is out, without making anyone wait. What it throws is logged. */
export function runAfterResponse(work: () => unknown): void {
  const guarded = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, "Work after the response failed");
    }
  };
  try {
    after(guarded);
  } catch {
    // Outside of a request (tests, jobs) there is no response to wait for.
    setImmediate(guarded);
  }
}
