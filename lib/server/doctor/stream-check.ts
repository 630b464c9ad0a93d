import type { LookEvent } from "@/lib/domain/doctor/said-line";
import type { Actor } from "@/lib/domain/member";
import { checkSetup } from "@/lib/inbox/doctor/check-setup";
import { log } from "@/lib/log";
import { knownChannels } from "./known-channels";
import { pageVoice } from "./page-voice";
import { sayLine } from "./say-line";

/**
 * Looks at everything, or at one line, and tells each line as soon as it is known: one JSON object a line, so that the
 * page need not wait for the slowest. A reader who leaves does not stop the look; what it finds is kept all the same.
 */
export async function streamCheck(actor: Actor, only: string | null): Promise<Response> {
  const [voice, channels] = await Promise.all([pageVoice(), knownChannels()]);
  const encoder = new TextEncoder();
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (event: LookEvent) => {
        if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      try {
        const checked = await checkSetup({
          actor,
          only,
          onBegin: (keys) => tell({ type: "begin", keys }),
          onResult: (result) => {
            const line = sayLine(result, voice, channels);
            if (line) tell({ type: "line", line });
          },
        });
        tell({ type: checked.ok ? "end" : "failed" });
      } catch (err) {
        log.error({ err }, "the setup check failed as a whole");
        tell({ type: "failed" });
      }
      if (isOpen) controller.close();
    },
    cancel() {
      isOpen = false;
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
