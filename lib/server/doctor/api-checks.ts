import type { z } from "zod";
import { toIso } from "@/lib/domain/api/shared";
import type { ApiCheck } from "@/lib/domain/api/status";
import type { DoctorReport } from "@/lib/domain/doctor/result";
import { englishVoice } from "./english-voice";
import { sayLine } from "./say-line";

/** The lines of a report as the HTTP API gives them, in its words. */
export function apiChecks({ results }: DoctorReport): z.infer<typeof ApiCheck>[] {
  const voice = englishVoice();
  return results.flatMap((result) => {
    const line = sayLine(result, voice, []);
    if (!line) return [];
    const { id, state, channel, channelId, checkedAt, since } = result;
    return [
      { id, channel, channelId, state, summary: line.seen, checkedAt: toIso(checkedAt), since: toIso(since) },
    ];
  });
}
